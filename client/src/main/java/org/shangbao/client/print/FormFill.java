package org.shangbao.client.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import net.sf.jasperreports.engine.JasperPrint;

/** Turns a report's rows into the records of the form template. */
final class FormFill {

    /** Width of the text area in points. */
    private static final double LINE = 442;

    private final Templates templates;
    private final StyledText styled;

    FormFill(Templates templates, StyledText styled) {
        this.templates = templates;
        this.styled = styled;
    }

    JasperPrint fill(PrintableReport report) {
        boolean blank = report.kind() == PrintableReport.Kind.BLANK;
        PaperSignature signature = report.signature();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("title", styled.in(Typeface.SONG_BOLD, report.title()));
        parameters.put("subtitle", report.subtitle());
        parameters.put("unit", report.unit());
        parameters.put("affiliation", report.affiliation());
        // both share a line while both fit on it
        parameters.put("longUnit", styled.width(Typeface.SONG, 11, report.unit() + "　" + report.affiliation()) > LINE);
        parameters.put("scope", report.scope() == null
                ? null
                : styled.run(Typeface.HEI_BOLD, 0, PaperWords.of("form.scope")) + "　" + styled.in(Typeface.SONG, report.scope()));
        parameters.put("attachments", attachments(report.annexes()));
        parameters.put("note", PaperWords.of(blank ? "form.note.blank" : "form.note"));
        parameters.put("reviewer", styled.in(Typeface.KAI, signature.reviewer()));
        parameters.put("reviewerLength", signature.reviewer().codePointCount(0, signature.reviewer().length()));
        parameters.put("filler", styled.in(Typeface.KAI, signature.filler()));
        parameters.put("fillerLength", signature.filler().codePointCount(0, signature.filler().length()));
        parameters.put("telephone", styled.in(Typeface.KAI, signature.telephone()));
        parameters.put("blank", blank);
        parameters.put("signed", report.kind() != PrintableReport.Kind.DRAFT);
        return templates.form(parameters, records(report, blank));
    }

    private List<Map<String, @Nullable Object>> records(PrintableReport report, boolean blank) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        SentenceRow before = null;
        int run = 0;
        for (SentenceRow row : report.rows()) {
            boolean sameIndicator = before != null && before.indicatorNumber().equals(row.indicatorNumber());
            if (before == null || !sameIndicator || !before.type().equals(row.type()) || !before.level().equals(row.level())) {
                run++;
            }
            Map<String, @Nullable Object> record = new HashMap<>();
            record.put("groupNumber", row.indicatorNumber());
            record.put("groupName", row.indicatorName());
            record.put("type", row.type());
            record.put("level", row.emphasised()
                    ? styled.run(Typeface.HEI_BOLD, 0, row.level())
                    : styled.in(Typeface.SONG, row.level()));
            record.put("run", run);
            record.put("sentence", styled.sentence(row.sentence(), blank));
            record.put("remark", remark(row, sameIndicator ? before : null, report.kind() == PrintableReport.Kind.DRAFT));
            records.add(record);
            before = row;
        }
        return records;
    }

    private String remark(SentenceRow row, @Nullable SentenceRow above, boolean draft) {
        List<String> lines = new ArrayList<>();
        if (!row.note().isEmpty() && (above == null || !above.note().equals(row.note()))) {
            lines.add(styled.run(Typeface.KAI, 0, row.note()));
        }
        if (!row.pointer().isEmpty()) {
            lines.add(styled.in(Typeface.SONG, row.pointer()));
        }
        if (draft) {
            row.sentence().stream().filter(SentencePiece.Blank.class::isInstance).map(SentencePiece.Blank.class::cast)
                    .forEach(open -> lines.add(PaperWords.of("form.unfilled", open.code())));
        }
        return String.join("\n", lines);
    }

    /** The list that tells what the signature covers; the second and later lines stand under the first name. */
    private @Nullable String attachments(List<Annex> annexes) {
        if (annexes.isEmpty()) {
            return null;
        }
        StringBuilder list = new StringBuilder(PaperWords.of("form.attachments"));
        for (int i = 0; i < annexes.size(); i++) {
            Annex annex = annexes.get(i);
            list.append(i == 0 ? "" : "\n　　　").append(i + 1).append("．").append(styled.in(Typeface.SONG, annex.title()));
            if (!annex.extent().isEmpty()) {
                list.append("（").append(styled.in(Typeface.SONG, annex.extent())).append("）");
            }
        }
        return list.toString();
    }
}
