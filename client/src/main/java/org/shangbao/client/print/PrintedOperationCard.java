package org.shangbao.client.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shangbao.client.application.help.OperationCard;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;

/** Prints the 操作卡. Needs the fonts of {@link PrintFonts} installed before. */
public final class PrintedOperationCard {
    private static final String TEMPLATE = "card.jasper";

    private PrintedOperationCard() {}

    /** Returns the card as PDF, one page. */
    public static byte[] print(OperationCard card) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("title", card.title());
        parameters.put("sentence", card.sentence());
        parameters.put("stepHead", card.heads().get(0));
        parameters.put("todoHead", card.heads().get(1));
        parameters.put("seenHead", card.heads().get(2));
        parameters.put("troubles", troubles(card.troubles()));
        parameters.put("lines", String.join("\n", card.lines()));
        parameters.put(JRParameter.REPORT_LOCALE, Locale.CHINA);
        List<Map<String, ?>> rows = new ArrayList<>();
        for (OperationCard.Step step : card.steps()) {
            rows.add(Map.of("number", Integer.toString(rows.size() + 1), "name", step.name(), "todo", step.todo(), "seen", step.seen()));
        }
        Collection<Map<String, ?>> records = rows;
        try (InputStream template = PrintedOperationCard.class.getResourceAsStream(TEMPLATE)) {
            if (template == null) {
                throw new PrintException("template missing: " + TEMPLATE);
            }
            JasperReport report = (JasperReport) JRLoader.loadObject(template);
            return PdfExport
                    .export(List.of(JasperFillManager.getInstance(DefaultJasperReportsContext.getInstance()).fill(report, parameters,
                            new JRMapCollectionDataSource(records))), card.title());
        } catch (IOException | JRException e) {
            throw new PrintException("cannot print the card", e);
        }
    }

    private static String troubles(List<String> words) {
        StringBuilder styled = new StringBuilder(
                "<style fontName=\"Shangbao Hei\" isBold=\"true\" size=\"12\">" + escaped(words.getFirst()) + "</style>");
        for (int i = 1; i + 1 < words.size(); i += 2) {
            styled.append("\n<style fontName=\"Shangbao Hei\">").append(escaped(words.get(i))).append("</style>　")
                    .append(escaped(words.get(i + 1)));
        }
        return styled.toString();
    }

    private static String escaped(String words) { return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"); }
}
