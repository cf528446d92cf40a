package org.shangbao.client.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.progress.Watched;

import net.sf.jasperreports.engine.JasperPrint;

/**
 * Prints papers. Making the first printer of a process loads the templates and the fonts (about a second); one printer
 * serves the whole process.
 *
 * <p>
 * Threads: a printer may be used by any number of threads at the same time; it is slow and never belongs on the screen's
 * thread. {@link PrintFonts} must have run before the first printer is made.
 */
public final class ReportPrinter {

    private final Templates templates;
    private final StyledText styled;

    /**
     * Loads templates and fonts.
     *
     * @throws PrintException if one of them is missing or damaged
     */
    public ReportPrinter() {
        templates = new Templates();
        styled = new StyledText();
    }

    /**
     * Prints a form with its annexes. The same report gives the same bytes. Given up, it ends with nothing.
     *
     * @param report the form
     * @return the PDF and the place of every figure, read back from it
     * @throws PrintException if the paper cannot be made, or does not hold exactly the report's figures
     * @throws IllegalArgumentException if the paper would have more pages than its codes can count
     */
    public PrintedReport print(PrintableReport report) {
        JasperPrint form = new FormFill(templates, styled).fill(report);
        FilledPages.finishForm(form, styled);
        Watched.current().orGiveUp();
        List<JasperPrint> parts = new ArrayList<>();
        parts.add(form);
        List<JasperPrint> annexes = new AnnexFill(templates, styled).fill(report.annexes());
        annexes.stream().filter(part -> !landscape(part)).forEach(FilledPages::finishAnnex);
        parts.addAll(annexes);
        Watched.current().orGiveUp();
        int pages = Furniture.of(report, styled).draw(parts);
        byte[] pdf = PdfExport.export(parts, title(report));
        List<SentencePiece.Figure> figures = report.rows().stream().flatMap(row -> row.sentence().stream())
                .filter(SentencePiece.Figure.class::isInstance).map(SentencePiece.Figure.class::cast).toList();
        return new PrintedReport(pdf, pages, FigureReader.read(pdf, figures));
    }

    /**
     * Prints a sign-off sheet. The same sheet gives the same bytes.
     *
     * @param sheet the sheet
     * @return the PDF; its map is empty
     * @throws PrintException if the paper cannot be made
     * @throws IllegalArgumentException if the paper would have more pages than its codes can count
     */
    public PrintedReport print(PrintableSignOff sheet) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("title", styled.in(Typeface.SONG_BOLD, sheet.title()));
        parameters.put("subtitle", sheet.subtitle());
        parameters.put("notes", styled.in(Typeface.SONG, String.join("\n", sheet.notes())));
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (PrintableSignOff.Field field : sheet.fields()) {
            String value = String.join("\n", field.lines());
            lines.add(line("FIELD", field.label(), field.face() == PrintableSignOff.Face.BOLD
                    ? styled.run(Typeface.HEI_BOLD, 0, value)
                    : styled.in(Typeface.SONG, value), ""));
        }
        for (PrintableSignOff.Step step : sheet.steps()) {
            String who = step.name().isEmpty() ? step.office() : step.office() + "\n" + step.name();
            lines.add(line("STEP", step.role(), styled.in(Typeface.SONG, who), styled.in(Typeface.KAI, step.opinion())));
        }
        List<JasperPrint> parts = List.of(templates.signOff(parameters, lines));
        int pages = Furniture.of(sheet, styled).draw(parts);
        byte[] pdf = PdfExport.export(parts, sheet.title() + sheet.subtitle() + " " + sheet.coding().number());
        return new PrintedReport(pdf, pages, List.of());
    }

    private static String title(PrintableReport report) {
        PaperCoding coding = report.coding();
        String title = report.head().runningUnit() + " " + report.head().runningTitle();
        return coding == null ? title : title + " " + coding.number();
    }

    private Map<String, @Nullable Object> line(String kind, String label, String value, String opinion) {
        Map<String, @Nullable Object> line = new HashMap<>();
        line.put("kind", kind);
        line.put("label", styled.in(Typeface.HEI_BOLD, label));
        line.put("value", value);
        line.put("opinion", opinion);
        return line;
    }

    private static boolean landscape(JasperPrint part) { return part.getPageWidth() > part.getPageHeight(); }
}
