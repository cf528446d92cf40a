package org.shangbao.client.ui.rollup;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.review.Change;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.SentencePart;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.wire.v1.RollUpView;

/** Sets figures into the official sentences, in official order. */
final class Sheet {
    private Sheet() {}

    /**
     * Lays the sheet out.
     *
     * @param own this level's own answers; null leaves items filled by the province out
     */
    static List<SheetLine> of(FormEdition edition, Composition composition, @Nullable ReportDraft own, boolean wholeForm) {
        List<SheetLine> lines = new ArrayList<>();
        for (Indicator indicator : edition.indicators()) {
            List<SheetLine> sentences = new ArrayList<>();
            for (Item item : indicator.items()) {
                if (item.filledBy() == FormLevel.COUNTY || wholeForm) {
                    sentences.add(sentence(item, composition, own));
                }
            }
            if (!sentences.isEmpty()) {
                lines.add(new SheetLine.Group(indicator.number(), indicator.name(), indicator.nameEn()));
                lines.addAll(sentences);
            }
        }
        return lines;
    }

    private static SheetLine.Sentence sentence(Item item, Composition composition, @Nullable ReportDraft own) {
        SheetLine.Origin origin = item.filledBy() == FormLevel.COUNTY ? SheetLine.Origin.BELOW : SheetLine.Origin.OWN;
        List<SheetLine.Piece> pieces = new ArrayList<>();
        for (SentencePart part : item.sentence()) {
            switch (part) {
                case SentencePart.Words words -> pieces.add(new SheetLine.Piece.Words(words.text()));
                case SentencePart.Blank blank -> blank.codes().forEach(code -> item.figures().stream()
                        .filter(figure -> figure.code().equals(code))
                        .forEach(figure -> pieces.add(figure(figure, origin, composition, own))));
            }
        }
        if (item.narrative() != null) {
            RollUpView now = composition.whole().now();
            int below = (int) (now.texts().stream().filter(text -> text.item().equals(item.code())).count()
                    + now.cases().stream().filter(text -> text.item().equals(item.code())).count());
            pieces.add(new SheetLine.Piece.Narrative(item.code(), item.narrative().label(), item.narrative().rollUp(), below));
        }
        return new SheetLine.Sentence(item.code(), pieces, origin);
    }

    private static SheetLine.Piece.Figure figure(FigureDefinition figure, SheetLine.Origin origin, Composition composition,
            @Nullable ReportDraft own) {
        String code = figure.code();
        FigureValue value = FigureValue.MISSING;
        FigureValue before = FigureValue.MISSING;
        if (origin == SheetLine.Origin.BELOW) {
            value = composition.now(code);
            before = composition.before(code);
        } else if (own != null && own.figures().get(code) instanceof DraftFigure answer) {
            value = answer.value();
            before = answer.previous();
        }
        return new SheetLine.Piece.Figure(code, figure.label(), figure.labelEn(), figure.unit(), value, Change.between(before, value),
                origin);
    }
}
