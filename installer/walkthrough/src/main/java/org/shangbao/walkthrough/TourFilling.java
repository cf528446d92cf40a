package org.shangbao.walkthrough;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import org.shangbao.model.error.ReportingException;

/** A county half way through a period that has a period before it: findings, figures taken over, lists to choose from, a look from above. */
final class TourFilling {
    private static final KeyCombination.Modifier CONTROL = KeyCombination.CONTROL_DOWN;

    private final ScreenAlbum album;
    private final DemoWindow windows;
    private final DemoOffice county;
    private final DemoOffice city;

    TourFilling(ScreenAlbum album, DemoWindow windows, DemoOffice county, DemoOffice city) {
        this.album = album;
        this.windows = windows;
        this.county = county;
        this.city = city;
    }

    /** Takes every picture; the report is being filled before and afterwards. */
    void take() throws ReportingException {
        // what was said to the period before has to be here before it can be taken over
        county.send();
        typeMost();
        try (OfficeWindow open = windows.open(county)) {
            open.press(KeyCode.ENTER, CONTROL);
            lists(open);
            carryOver(open);
            album.takeInEveryLook("fill-document", open, () -> open.go("fill", "3.3.2"));
            album.take("fill-find", open, () -> {
                open.go("fill", "3.3.2");
                open.press(KeyCode.F3);
                open.write("寄宿");
            }, () -> open.press(KeyCode.ESCAPE));
            album.takeInEveryLook("fill-narrative", open, () -> open.go("fill", "2.1"));
            table(open);
            album.takeInEveryLook("check-findings", open, () -> open.go("check", ""));
            album.takeInEveryLook("home-filling", open, () -> open.go("home", ""));
            help(open);
        }
        lookFromAbove();
    }

    /** One digit too many, a part larger than its whole, and blanks left. */
    private void typeMost() throws ReportingException {
        Map<String, String> figures = SampleFigures.county(county.unit().id());
        figures.keySet().removeIf(code -> code.startsWith("5.") || code.startsWith("3.2.") || code.startsWith("4.3."));
        figures.put("3.3.2", figures.get("3.3.2") + "0");
        figures.put("3.4.2", Integer.toString(Integer.parseInt(figures.get("3.4.1")) + 4));
        county.type(figures);
    }

    private void lists(OfficeWindow open) {
        for (Map.Entry<String, String> list : Map.of("fill-carry-over", "carry-over", "fill-zeros", "fill-zeros").entrySet()) {
            album.take(list.getKey(), open, () -> {
                open.go("fill", "5.1.1");
                open.push(list.getValue());
            }, () -> open.press(KeyCode.ESCAPE));
        }
    }

    private static void carryOver(OfficeWindow open) {
        for (String code : new String[]{ "3.2.1", "3.2.2", "2.1" }) {
            open.go("fill", code);
            open.press(KeyCode.D, CONTROL);
        }
    }

    private void table(OfficeWindow open) {
        open.go("fill", "3.3.2");
        open.press(KeyCode.F4);
        album.takeInEveryLook("fill-table", open, () -> open.go("fill", "3.3.2"));
        DrivenWindow.onFx(() -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, "3.3.1\t46\t47\n3.3.2\t6200\t6300\n3.4.1\t19\t18\n")));
        album.takeInEveryLook("fill-columns", open, () -> {
            open.go("fill", "3.3.1");
            open.press(KeyCode.V, CONTROL);
        }, () -> open.press(KeyCode.ESCAPE));
        open.go("fill", "3.3.2");
        open.press(KeyCode.F4);
    }

    private void help(OfficeWindow open) {
        album.takeInEveryLook("help", open, () -> {
            open.go("fill", "3.3.2");
            open.go("help", "");
        });
        album.takeInEveryLook("keeping", open, () -> open.go("keeping", ""));
        album.take("keeping-checked", open, () -> {
            open.go("keeping", "");
            open.push("keeping-check");
        });
    }

    /** 送预审, words on one figure from the city, and what the county sees of them. */
    private void lookFromAbove() throws ReportingException {
        county.client().preReviews().send(county.report(), "请先看寄宿生数。");
        county.send();
        try (OfficeWindow open = windows.open(city)) {
            open.go("review", county.report().period().value());
            album.take("review-draft", open, () -> open.go("review", county.unit().id().value()));
            open.press(KeyCode.DOWN);
            open.press(KeyCode.F2);
            open.write("这个数还没有填，请补上；没有的填0。");
            open.push("decide");
        }
        county.send();
        try (OfficeWindow open = windows.open(county)) {
            album.take("home-pre-review", open, () -> open.go("home", ""));
            album.take("fill-pre-review", open, () -> open.go("fill", "3.3.2"));
        }
    }
}
