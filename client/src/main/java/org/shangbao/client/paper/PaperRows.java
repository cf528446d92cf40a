package org.shangbao.client.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.print.OfficialWords;
import org.shangbao.client.print.SentencePiece;
import org.shangbao.client.print.SentenceRow;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.SentencePart;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.wire.v1.FinalizedReport;

/** The form's rows: the official sentences with a report's figures in their blanks. */
final class PaperRows {
    private final PaperText text;
    private final FinalizedReport report;
    private final FormEdition edition;
    private final Map<String, String> pointers;

    PaperRows(PaperText text, FinalizedReport report, FormEdition edition, Map<String, String> pointers) {
        this.text = text;
        this.report = report;
        this.edition = edition;
        this.pointers = pointers;
    }

    List<SentenceRow> rows() {
        // a report holds the figures of its own form, a province's of both
        List<SentenceRow> rows = new ArrayList<>();
        for (Indicator indicator : edition.indicators()) {
            for (Item item : indicator.items()) {
                if (isOnForm(item)) {
                    rows.add(new SentenceRow(Integer.toString(indicator.number()), indicator.name(), text.of("kind." + item.kind()),
                            text.of("level." + item.filledBy()), item.filledBy() == FormLevel.PROVINCE, sentence(item),
                            OfficialWords.onPaper(item.remark()), pointer(item)));
                }
            }
        }
        return rows;
    }

    private boolean isOnForm(Item item) {
        if (item.filledBy() == FormLevel.COUNTY) {
            return true;
        }
        return item.figures().isEmpty()
                ? edition.itemsOf(FormLevel.PROVINCE).stream().flatMap(other -> other.figures().stream())
                        .anyMatch(figure -> report.figures().containsKey(figure.code()))
                : item.figures().stream().anyMatch(figure -> report.figures().containsKey(figure.code()));
    }

    private String pointer(Item item) {
        String known = pointers.get(item.code());
        if (known != null) {
            return known;
        }
        for (var figure : item.figures()) {
            String ofFigure = pointers.get(figure.code());
            if (ofFigure != null) {
                return ofFigure;
            }
        }
        boolean hasAnswer = item.figures().stream().anyMatch(figure -> report.figures().get(figure.code()) != null);
        return !hasAnswer && item.figures().isEmpty() && item.narrative() != null ? text.of("pointer.notReported") : "";
    }

    private List<SentencePiece> sentence(Item item) {
        List<SentencePiece> pieces = new ArrayList<>();
        for (SentencePart part : item.sentence()) {
            switch (part) {
                case SentencePart.Words(String words) -> pieces.add(new SentencePiece.Text(OfficialWords.onPaper(words)));
                case SentencePart.Blank(List<String> codes) -> {
                    for (int index = 0; index < codes.size(); index++) {
                        if (index > 0) {
                            pieces.add(new SentencePiece.Text("、"));
                        }
                        pieces.add(figure(codes.get(index)));
                    }
                }
            }
        }
        return pieces;
    }

    private SentencePiece figure(String code) {
        @Nullable
        String value = report.figures().get(code);
        if (value == null) {
            return new SentencePiece.Blank(code);
        }
        return new SentencePiece.Figure(code, value.equals(FinalizedReport.NOT_APPLICABLE) ? text.of("notApplicable") : value);
    }
}
