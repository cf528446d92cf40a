import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Compiles every {@code .jrxml} of the first directory into a {@code .jasper} in the second. Run by the build on the
 * toolchain's Java, in source mode; not part of the program. Every element of a template carries a uuid of its own:
 * without it the compiler draws one at random and no two builds give the same bytes.
 */
public final class CompileTemplates {

    private CompileTemplates() {
    }

    public static void main(String[] arguments) throws IOException, JRException {
        Path source = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target);
        List<Path> templates;
        try (Stream<Path> listed = Files.list(source)) {
            templates = listed.filter(path -> path.toString().endsWith(".jrxml")).sorted().toList();
        }
        for (Path template : templates) {
            Path compiled = target.resolve(template.getFileName().toString().replace(".jrxml", ".jasper"));
            if (Files.exists(compiled) && Files.getLastModifiedTime(compiled).compareTo(Files.getLastModifiedTime(template)) > 0) {
                continue;
            }
            JasperCompileManager.compileReportToFile(template.toString(), compiled.toString());
        }
    }
}
