package org.shangbao.client.ui.rollup;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.ui.review.Change;
import org.shangbao.model.edition.TextRollUp;
import org.shangbao.model.report.FigureValue;

/** A line of the sheet of official sentences. */
public sealed interface SheetLine {

    /** The heading of an indicator. */
    record Group(int number, String name, String nameEn) implements SheetLine {}

    /**
     * An official sentence.
     *
     * @param code   item code
     * @param pieces words and figures in order
     * @param origin where its answer comes from
     */
    record Sentence(String code, List<Piece> pieces, Origin origin) implements SheetLine {
        /** Copies the list. */
        public Sentence {
            pieces = List.copyOf(pieces);
        }
    }

    /** A piece of a sentence. */
    sealed interface Piece {
        /** Words as printed. */
        record Words(String text) implements Piece {}

        /**
         * A figure.
         *
         * @param code    figure code
         * @param label   what it counts
         * @param labelEn the same in English
         * @param unit    printed unit
         * @param value   summed or own value
         * @param change  against the earlier period
         * @param origin  where it comes from
         */
        record Figure(String code, String label, String labelEn, String unit, FigureValue value, Change change, Origin origin)
                implements
                    Piece {}

        /**
         * The text an item asks for.
         *
         * @param item    item code
         * @param label   what is to be told
         * @param rollUp  how it reaches this level
         * @param below   texts from below
         */
        record Narrative(String item, String label, TextRollUp rollUp, int below) implements Piece {}

        /** Returns the code of the figure or of the item it stands for; empty for words. */
        default String place() {
            return switch (this) {
                case Words _ -> "";
                case Figure figure -> figure.code();
                case Narrative narrative -> narrative.item();
            };
        }

        /** True if both stand for the same figure or the same text. */
        default boolean isSame(@Nullable Piece other) {
            return other != null && !place().isEmpty() && other.getClass() == getClass() && other.place().equals(place());
        }
    }

    /** Where an answer comes from. */
    enum Origin {
        /** Combined from units below. */
        BELOW,
        /** Filled by this level itself. */
        OWN
    }
}
