package org.shangbao.server.launcher;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;

import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.PaperGeometry;
import org.shangbao.paper.PaperRectangle;
import org.shangbao.paper.QrImage;
import org.shangbao.paper.QrText;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.edition.EditionLoader;

/** Reports that keep every rule of the official edition, and one-page scans of them with real codes. */
final class TestReports {
    private static final List<FinalizedReport.Explained> EXPLAINED = List
            .of(new FinalizedReport.Explained("R20/3.1.1", "3.1.1", "与上期相比变动超过50%", "17", "3", "新建两所，已投入使用。"));

    static final FormEdition EDITION = new EditionLoader().official();
    static final String PERIOD = "2024-10";
    private static final String TEXT = "按要求推进，措施到位。".repeat(45);

    private TestReports() {}

    static String reportId(String unit) { return unit + "/" + PERIOD + "/" + EDITION.id(); }

    /** A county's first revision; {@code size} makes its figures its own. */
    static FinalizedReport county(String unit, int size) {
        return county(unit, size, 1, null);
    }

    static FinalizedReport county(String unit, int size, int number, UUID parent) {
        return with(unit, FinalizedReport.Kind.FORM, figures(size), List.of(), number, parent, List.of());
    }

    static SortedMap<String, String> figures(int size) {
        SortedMap<String, String> figures = new TreeMap<>();
        EDITION.figuresOf(FormLevel.COUNTY).forEach(figure -> figures.put(figure.code(), "1"));
        figures.putAll(Map.of("1.1.1", Integer.toString(80 + size), "1.1.2", Integer.toString(70 + size), "2.1.1", "9000", "5.1.1",
                "30." + size % 9, "5.1.2", "2", "5.1.3", "0", "5.1.6", "0", "5.1.7", "0", "2.2.2", Integer.toString(270 * size + 1)));
        figures.replaceAll(
                (_, text) -> new BigDecimal(text).signum() == 0 ? "0" : new BigDecimal(text).stripTrailingZeros().toPlainString());
        return figures;
    }

    /** A summary over children; a province adds its own items. */
    static FinalizedReport summary(String unit, boolean province, SortedMap<String, String> sums,
            List<FinalizedReport.ChildRevision> children,
            List<FinalizedReport.MissingUnit> missing) {
        SortedMap<String, String> figures = new TreeMap<>(sums);
        if (province) {
            figures.putAll(Map.of("2.3.1", "600", "2.3.2", "620", "5.2.1a", "1", "5.2.1b", "2", "5.2.1c", "6"));
        }
        return with(unit, FinalizedReport.Kind.SUMMARY, figures, children, 1, null, missing);
    }

    /** The independent sum: plain addition of every figure the edition adds up. */
    static SortedMap<String, String> added(List<FinalizedReport> reports) {
        SortedMap<String, String> sums = new TreeMap<>();
        for (FigureDefinition figure : EDITION.figuresOf(FormLevel.COUNTY)) {
            BigDecimal sum = reports.stream().map(report -> new BigDecimal(report.figures().get(figure.code()))).reduce(BigDecimal.ZERO,
                    BigDecimal::add);
            sums.put(figure.code(), sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString());
        }
        return sums;
    }

    static FinalizedReport with(String unit, FinalizedReport.Kind kind, SortedMap<String, String> figures,
            List<FinalizedReport.ChildRevision> children, int number, UUID parent, List<FinalizedReport.MissingUnit> missing) {
        SortedMap<String, String> narratives = new TreeMap<>();
        SortedMap<String, List<FinalizedReport.FileReference>> files = new TreeMap<>();
        FinalizedReport.FileReference file = new FinalizedReport.FileReference("附件.pdf", "a".repeat(64), 1234);
        EDITION.items().stream().filter(item -> item.narrative() != null).forEach(item -> narratives.put(item.code(), unit + TEXT));
        EDITION.items().stream().filter(item -> item.attachment() != null).forEach(item -> files.put(item.code(), List.of(file)));
        return new FinalizedReport(FinalizedReport.FORMAT, 1, kind, unit, unit, PERIOD, EDITION.id().value(), EDITION.digest(),
                UUID.randomUUID(), number, parent, Instant.parse("2024-10-30T02:00:00Z"), figures, narratives, files, EXPLAINED, children,
                missing, List.of(), new FinalizedReport.People("张三", "李四", "王五", "0871"), "test");
    }

    static FinalizedReport withFigure(FinalizedReport report, String code, String text) {
        SortedMap<String, String> figures = new TreeMap<>(report.figures());
        figures.put(code, text);
        return with(report.unit(), report.kind(), figures, report.children(), report.number(), report.parent(), report.missing());
    }

    static FinalizedReport.ChildRevision child(FinalizedReport report) {
        return new FinalizedReport.ChildRevision(report.unit(), report.revision(), report.digest().hex());
    }

    /** One page at 150 dpi with both codes, as a scanner gives it. */
    static byte[] scan(FinalizedReport report, PageKind kind) throws IOException {
        QrText text = new QrText(new UnitId(report.unit()), new PeriodId(report.period()), kind, report.number(), 1, 1,
                PageDigest.ofSha256Hex(report.digest().hex()));
        double scale = 150 / 25.4;
        BufferedImage page = new BufferedImage((int) (PaperGeometry.SHEET_WIDTH * scale), (int) (PaperGeometry.SHEET_HEIGHT * scale),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setColor(Color.BLACK);
        for (PaperRectangle place : List.of(PaperGeometry.CODE_A, PaperGeometry.CODE_B)) {
            draw(graphics, QrImage.of(text), place, scale);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(page, "png", bytes);
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D graphics, QrImage code, PaperRectangle place, double scale) {
        double module = PaperGeometry.CODE_MODULE * scale;
        for (int y = 0; y < QrImage.SIZE; y++) {
            for (int x = 0; x < QrImage.SIZE; x++) {
                if (code.isDark(x, y)) {
                    int left = (int) Math.round(place.x() * scale + x * module);
                    int top = (int) Math.round(place.y() * scale + y * module);
                    int right = (int) Math.round(place.x() * scale + (x + 1) * module);
                    int bottom = (int) Math.round(place.y() * scale + (y + 1) * module);
                    graphics.fillRect(left, top, right - left, bottom - top);
                }
            }
        }
    }
}
