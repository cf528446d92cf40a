package org.shangbao.client.ui.review;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeService;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.ui.common.Look;
import org.shangbao.client.ui.common.SameThreadTaskRunner;
import org.shangbao.client.ui.shell.ScreenProvider;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.ShangbaoWindow;
import org.shangbao.client.ui.start.WindowDriver;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The real window on the Headless platform, with keys, clicks and pictures. */
public final class ReviewWindow extends FxRobot {
    private static final Path PICTURES = Path.of("target", "snapshots");
    private final Stage stage;
    private final ShangbaoWindow[] window = new ShangbaoWindow[1];

    public ReviewWindow(Office office, ReviewWorld world, ReportService reports, PaperService papers, ScreenProvider screens)
            throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        UiServices services = new UiServices(new Offices(office), reports, papers, world, world.drafts, new SameThreadTaskRunner(),
                ReviewWorld.CLOCK,
                ReviewWorld.ZONE, Locale.SIMPLIFIED_CHINESE, file -> {});
        interact(() -> {
            window[0] = new ShangbaoWindow(services, office, List.of(screens));
            stage.setScene(window[0].scene());
            stage.setWidth(1366);
            stage.setHeight(768);
            stage.show();
        });
    }

    private record Offices(Office office) implements OfficeService {
        @Override
        public ReportId reportFor(PeriodId period) { return new ReportId(office.unit().id(), period, ReviewWorld.EDITION.id()); }

        @Override
        public List<ReportTask> tasks() { return List.of(); }

        @Override
        public LinkState link() { return new LinkState(true, ReviewWorld.CLOCK.instant(), List.of()); }

        @Override
        public LinkState exchange() { return link(); }
    }

    /** Returns the node with an id. */
    public <T extends Node> T node(String id, Class<T> type) {
        return type.cast(lookup("#" + id).query());
    }

    /** Clicks the node with an id. */
    public void click(String id) { clickOn("#" + id); }

    /** Presses keys together. */
    public void press(KeyCode modifier, KeyCode key) { push(modifier, key); }

    /** Ends the window. */
    public void end() { interact(stage::close); }

    /** Writes a picture of the scene under {@code target/snapshots}. */
    public void picture(String name) throws IOException {
        byte[][] png = new byte[1][];
        interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        interact(() -> png[0] = window[0].picture());
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), png[0]);
    }

    /** Takes pictures at both sizes in both languages into {@code target/screens}; nothing is wider than the window, no words are cut, larger ones neither. */
    public void everyPicture(String name) {
        for (Look look : List.of(Look.STANDARD.with(Look.Shade.DARK).with(Look.Size.LARGE), Look.STANDARD)) {
            interact(() -> window[0].appearance().use(look));
            String words = look.equals(Look.STANDARD) ? name : name + "-large-dark";
            WindowDriver.everyPicture(this, stage.getScene(), window[0].messages(), words);
            assertEquals(List.of(), WindowDriver.cut(this, stage.getScene(), window[0].messages()), words);
        }
    }

    /** Opens a screen. */
    public void open(String screen, String place) { interact(() -> window[0].navigator().open(screen, place)); }

    /** Returns a page that looks like paper: lines of grey bars and a red ring; drawn without fonts. */
    public static byte[] paper() throws IOException {
        BufferedImage page = new BufferedImage(420, 594, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 594; y++) {
            for (int x = 0; x < 420; x++) {
                boolean words = y > 60 && y < 540 && y % 22 < 7 && x > 50 && x < 370 - y * 7 % 60;
                double ring = Math.hypot(x - 310, y - 480);
                page.setRGB(x, y, ring > 46 && ring < 52 ? 0xC23B30 : words ? 0x555048 : 0xF6F3EB);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(page, "png", out);
        return out.toByteArray();
    }
}
