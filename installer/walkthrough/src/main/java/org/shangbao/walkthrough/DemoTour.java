package org.shangbao.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.UnitTree;

/** The demo with a picture of every screen beside its own, each taken at the moment of the story at which it has something to show. */
final class DemoTour implements DemoScreens {
    private static final KeyCombination.Modifier CONTROL = KeyCombination.CONTROL_DOWN;

    private final DemoWindow windows;
    private final ScreenAlbum album;
    private final Path work;
    private boolean isSecondPaper;
    private boolean isSecondReview;

    /** @param work for folders that are gone afterwards */
    DemoTour(DemoWindow windows, ScreenAlbum album, Path work) {
        this.windows = windows;
        this.album = album;
        this.work = work;
    }

    @Override
    public boolean hasLaterPeriod() { return true; }

    @Override
    public void start(UnitTree tree) throws ReportingException, IOException {
        Path folder = Files.createDirectories(work.resolve("tour"));
        var unit = tree.all().stream().filter(each -> each.id().value().equals(DemoTree.RETURNED_COUNTY)).findFirst().orElseThrow();
        new TourStart(album, windows, folder, unit).take(DemoTree.csv(tree));
    }

    @Override
    public void fillCounty(DemoOffice office, Map<String, String> figures) throws ReportingException {
        try (OfficeWindow open = windows.open(office)) {
            album.take("home", open, () -> open.go("home", ""));
        }
        windows.fillCounty(office, figures);
    }

    @Override
    public void check(DemoOffice office) throws ReportingException {
        windows.check(office);
        try (OfficeWindow open = windows.open(office)) {
            album.take("check", open, () -> open.go("check", ""));
            album.take("dialog-finalize", open, () -> {
                open.go("check", "");
                open.press(KeyCode.ENTER, CONTROL);
            }, () -> open.push("dialog-back"));
        }
    }

    @Override
    public void paper(DemoOffice office) throws ReportingException {
        windows.paper(office);
        try (OfficeWindow open = windows.open(office)) {
            if (isSecondPaper) {
                album.takeInEveryLook("paper-wrong-page", open, () -> open.go("paper", ""));
                return;
            }
            isSecondPaper = true;
            album.takeInEveryLook("paper", open, () -> open.go("paper", ""));
            album.takeInEveryLook("paper-preview", open, () -> {
                open.go("paper", "");
                open.push("paper-print");
            }, () -> open.press(KeyCode.ESCAPE));
            album.takeInEveryLook("dialog-submit", open, () -> {
                open.go("paper", "");
                open.press(KeyCode.F12);
            }, () -> open.push("dialog-back"));
            album.take("dialog-unlock", open, () -> {
                open.go("paper", "");
                open.push("paper-unlock");
            }, () -> open.push("dialog-back"));
            album.take("fill-finalized", open, () -> open.go("fill", "3.3.2"));
        }
    }

    @Override
    public void returned(DemoOffice office) throws ReportingException {
        windows.returned(office);
        try (OfficeWindow open = windows.open(office)) {
            album.takeInEveryLook("home-returned", open, () -> open.go("home", ""));
            album.take("fill-returned", open, () -> open.go("fill", "3.3.2"));
        }
    }

    @Override
    public void review(DemoOffice reviewer, String county) throws ReportingException {
        windows.review(reviewer, county);
        if (isSecondReview) {
            return;
        }
        isSecondReview = true;
        try (OfficeWindow open = windows.open(reviewer)) {
            album.take("review-list", open, () -> open.go("review", Walk.PERIOD.value()));
            album.take("dialog-quiet", open, () -> {
                open.go("review", Walk.PERIOD.value());
                open.push("approve-quiet");
            }, () -> open.push("dialog-back"));
            album.takeInEveryLook("review-report", open, () -> open.go("review", county));
            album.take("review-page", open, () -> {
                open.go("review", county);
                open.push("whole-page");
            }, () -> open.press(KeyCode.ESCAPE));
            open.go("review", county);
            open.press(KeyCode.DOWN);
            open.press(KeyCode.F2);
            open.write("五类之和比总数少1所，请写明是哪一所学校。");
            album.take("review-reasons", open, () -> open.go("review", county));
            album.take("dialog-return", open, () -> {
                open.go("review", county);
                open.press(KeyCode.ENTER, CONTROL);
            }, () -> open.push("dialog-back"));
        }
    }

    @Override
    public void readyToReport(DemoOffice office) throws ReportingException {
        if (!office.unit().id().value().equals(DemoTree.PROVINCE)) {
            return;
        }
        try (OfficeWindow open = windows.open(office)) {
            album.take("dialog-report", open, () -> {
                open.go("signoff", Walk.PERIOD.value());
                open.press(KeyCode.ENTER, CONTROL);
            }, () -> open.push("dialog-back"));
        }
    }

    @Override
    public void signOff(DemoOffice office) throws ReportingException {
        windows.signOff(office);
        if (office.unit().id().value().equals(DemoTree.PROVINCE)) {
            try (OfficeWindow open = windows.open(office)) {
                album.takeInEveryLook("sign-off", open, () -> open.go("signoff", Walk.PERIOD.value()));
            }
        }
    }

    @Override
    public void rollUp(DemoOffice province, DemoOffice city, DemoOffice root) throws ReportingException {
        windows.rollUp(province, city, root);
        try (OfficeWindow open = windows.open(city)) {
            album.take("roll-up-city", open, () -> rollUp(open, "sum-3-3-2"));
        }
        try (OfficeWindow open = windows.open(root)) {
            album.take("roll-up-root", open, () -> rollUp(open, "sum-3-3-2"));
        }
        try (OfficeWindow open = windows.open(province)) {
            album.takeInEveryLook("roll-up-province", open, () -> rollUp(open, "sum-3-3-2"));
            album.take("roll-up-texts", open, () -> rollUp(open, "text-2-1"));
            album.take("sign-off-reported", open, () -> open.go("signoff", Walk.PERIOD.value()));
        }
    }

    private static void rollUp(OfficeWindow open, String line) {
        open.go("rollup", Walk.PERIOD.value());
        open.push(line);
    }

    @Override
    public void laterPeriod(DemoOffice county, DemoOffice city) throws ReportingException {
        new TourFilling(album, windows, county, city).take();
    }
}
