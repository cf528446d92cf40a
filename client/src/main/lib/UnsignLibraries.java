import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Takes the signatures off the libraries laid beside the program. Java keeps no class of a signed jar in its AOT cache and checks every one at
 * each start, which is half the time a password takes. What ships is signed as a whole. Run by the build on the toolchain's Java, in source
 * mode; not part of the program.
 */
public final class UnsignLibraries {

    private UnsignLibraries() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> libraries;
        try (Stream<Path> listed = Files.list(Path.of(arguments[0]))) {
            libraries = listed.filter(path -> path.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path library : libraries) {
            if (isSigned(library)) {
                Path unsigned = library.resolveSibling(library.getFileName() + ".part");
                copy(library, unsigned);
                Files.move(unsigned, library, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isSigned(Path library) throws IOException {
        try (JarFile jar = new JarFile(library.toFile(), false)) {
            return jar.stream().anyMatch(UnsignLibraries::isSignature);
        }
    }

    private static boolean isSignature(JarEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        return name.startsWith("META-INF/") && name.indexOf('/', 9) < 0
                && (name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA") || name.endsWith(".EC"));
    }

    private static void copy(Path library, Path unsigned) throws IOException {
        try (JarFile jar = new JarFile(library.toFile(), false); OutputStream file = Files.newOutputStream(unsigned)) {
            Manifest manifest = jar.getManifest();
            manifest.getEntries().clear(); // digests of each class, for the signature only
            try (JarOutputStream out = new JarOutputStream(file)) {
                JarEntry first = new JarEntry(JarFile.MANIFEST_NAME);
                first.setTimeLocal(jar.getJarEntry(JarFile.MANIFEST_NAME).getTimeLocal());
                out.putNextEntry(first);
                manifest.write(out);
                out.closeEntry();
                for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
                    JarEntry entry = entries.nextElement();
                    if (!isSignature(entry) && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        JarEntry same = new JarEntry(entry.getName());
                        same.setTimeLocal(entry.getTimeLocal());
                        out.putNextEntry(same);
                        try (InputStream in = jar.getInputStream(entry)) {
                            in.transferTo(out);
                        }
                        out.closeEntry();
                    }
                }
            }
        }
    }
}
