package org.shangbao.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.shangbao.model.unit.Unit;

/**
 * Where the demo puts things.
 *
 * @param out  what the caller gets
 * @param work everything else, gone afterwards
 */
record DemoFolders(Path out, Path work) {

    static DemoFolders create(Path out, Path work) throws IOException {
        DemoFolders folders = new DemoFolders(out, work);
        for (Path folder : new Path[]{ out, folders.screens(), out.resolve("scans"), work, folders.server(), folders.attachments(),
                work.resolve("enrolment") }) {
            Files.createDirectories(folder);
        }
        return folders;
    }

    Path report(Unit unit, int number) { return out.resolve("report-" + unit.id() + "-R" + number + ".pdf"); }

    Path signOffSheet(Unit unit, int number) { return out.resolve("signoff-" + unit.id() + "-R" + number + ".pdf"); }

    Path scan(Path printed) { return out.resolve("scans").resolve(printed.getFileName().toString().replace(".pdf", "-scan.pdf")); }

    Path screens() { return out.resolve("screens"); }

    Path office() { return out.resolve("office"); }

    Path unlockFile(Path data) { return data.resolve("unlock-file"); }

    Path server() { return work.resolve("server"); }

    Path data(Unit unit) { return work.resolve("offices").resolve(unit.id().value()); }

    Path enrolment(Unit unit) { return work.resolve("enrolment").resolve(unit.id() + ".json"); }

    Path attachments() { return work.resolve("attachments"); }
}
