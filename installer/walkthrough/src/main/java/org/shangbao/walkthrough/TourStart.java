package org.shangbao.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import org.shangbao.client.ui.start.OfficeDoor;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.Unit;

/** The screens before an office is open, on folders made for it: an empty computer, a forgotten password, a power cut, a damaged disk. */
final class TourStart {
    private static final String PASSWORD = "liao shen 2023";
    private static final String NEW_PASSWORD = "xin mi ma 2023";

    private final ScreenAlbum album;
    private final DemoWindow windows;
    private final Path folder;
    private final Path office;
    private final Unit unit;
    private final ChosenFiles files = new ChosenFiles();

    TourStart(ScreenAlbum album, DemoWindow windows, Path folder, Unit unit) {
        this.album = album;
        this.windows = windows;
        this.folder = folder;
        this.office = folder.resolve("office");
        this.unit = unit;
    }

    /** Takes every picture. */
    void take(String unitsCsv) throws ReportingException, IOException {
        Path stick = Files.createDirectories(folder.resolve("stick"));
        enrolmentFile(unitsCsv, stick.resolve("授权文件-" + unit.id() + ".sbauth"));
        try (StartDesk desk = windows.start(folder.resolve("new"), List.of(), files)) {
            album.take("start-empty", desk);
        }
        Path backup = enrol(stick);
        password();
        fromBackup(backup);
        forgotten();
        powerCut();
        damaged();
    }

    private void enrolmentFile(String unitsCsv, Path target) throws IOException {
        Path units = Files.writeString(folder.resolve("units.csv"), unitsCsv);
        ServerAdmin admin = new ServerAdmin(Files.createDirectories(folder.resolve("server")), Clock.systemUTC());
        admin.run("init", "--url", "http://127.0.0.1:9", "--units", units.toString());
        admin.run("recovery-key", "create", "--out", folder.resolve("recovery-key.json").toString());
        for (String name : List.of("王桂兰", "李建国")) {
            admin.run("users", "add", "--unit", unit.id().value(), "--account", name.equals("王桂兰") ? "wang" : "li", "--name", name,
                    "--telephone", "0898-5550105", "--role", "FILLER");
        }
        admin.run("users", "enrol", "--unit", unit.id().value(), "--out", target.toString());
    }

    /** From the stick to an open office, which makes a backup. */
    private Path enrol(Path stick) throws ReportingException {
        try (StartDesk desk = windows.start(office, List.of(stick), files)) {
            album.take("start-stick", desk);
            desk.push("start-stick");
            album.take("start-confirm", desk);
            fill(desk, PASSWORD);
            desk.push("start-enrol");
            OfficeDoor.Opened opened = desk.opened();
            save(opened, "1.1.1", "96");
            return Objects.requireNonNull(opened.services().keeping()).backup().file();
        }
    }

    private static void fill(StartDesk desk, String password) {
        desk.focusOn("start-password");
        desk.write(password);
        desk.focusOn("start-repeated");
        desk.write(password);
    }

    private void save(OfficeDoor.Opened opened, String code, String value) throws ReportingException {
        opened.services().reports().saveFigure(new ReportId(unit.id(), Walk.PERIOD, Walk.EDITION), code, value);
    }

    private void password() {
        try (StartDesk desk = windows.start(office, List.of(), files)) {
            album.take("start-password", desk);
            desk.focusOn("start-password");
            desk.write("wrong password");
            desk.push("start-open");
            album.take("start-password-wrong", desk);
        }
    }

    private void fromBackup(Path backup) {
        try (StartDesk desk = windows.start(folder.resolve("replacement"), List.of(), files)) {
            desk.push("start-from-backup");
            album.take("start-backup", desk);
            files.choose(backup);
            desk.push("start-backup-file");
            album.take("start-backup-found", desk);
            desk.focusOn("start-password");
            desk.write(PASSWORD);
            desk.push("start-look");
            album.take("start-backup-content", desk);
        }
    }

    private void forgotten() {
        try (StartDesk desk = windows.start(office, List.of(), files)) {
            desk.push("start-forgot");
            album.take("start-forgotten", desk);
            desk.focusOn("start-name");
            desk.write("王桂兰");
            fill(desk, NEW_PASSWORD);
            files.choose(folder.resolve("request.json"));
            desk.push("start-ask");
            album.take("start-forgotten-asked", desk);
        }
    }

    private void open(StartDesk desk) {
        desk.focusOn("start-password");
        desk.write(PASSWORD);
        desk.press(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);
    }

    /** The database as it was before the last figures; the journal has them. */
    private void powerCut() throws ReportingException, IOException {
        Path database = office.resolve("store").resolve("main.mv.db");
        Files.copy(database, folder.resolve("older"));
        try (StartDesk desk = windows.start(office, List.of(), files)) {
            open(desk);
            save(desk.opened(), "1.1.2", "96");
            save(desk.opened(), "3.4.2", "5");
        }
        Files.copy(folder.resolve("older"), database, StandardCopyOption.REPLACE_EXISTING);
        try (StartDesk desk = windows.start(office, List.of(), files)) {
            open(desk);
            album.take("start-repaired", desk);
        }
    }

    /** Database and journal beyond the backup are gone: what was saved after it is nowhere whole. */
    private void damaged() throws IOException {
        List<Path> torn = new ArrayList<>(List.of(office.resolve("store").resolve("main.mv.db")));
        try (Stream<Path> all = Files.list(office.resolve("journal"))) {
            all.filter(file -> file.toString().endsWith(".journal")).forEach(torn::add);
        }
        for (Path file : torn) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 50));
        }
        try (StartDesk desk = windows.start(office, List.of(), files)) {
            open(desk);
            album.take("start-damaged", desk);
        }
    }
}
