package org.shangbao.model.edition;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One figure of the form: what one blank asks for (5.2's single printed blank asks for three).
 *
 * @param code          for example {@code 3.4.2} or {@code 5.2.1a}
 * @param label         what it counts, in the edition's words
 * @param labelEn       the same in English, empty if the edition brings none
 * @param unit          printed unit, for example 所 or 万人
 * @param scale         digits after the point that are stored, 0 for whole numbers
 * @param integerDigits most digits before the point
 * @param rollUp        how it is summed up
 * @param timeBasis     what time it refers to, in the edition's words, for example 本年度累计(今年以来)
 * @param earlier       figures of other editions that meant the same, empty if none did, null if the edition does not say
 */
public record FigureDefinition(String code, String label, String labelEn, String unit, int scale, int integerDigits, RollUpRule rollUp,
        String timeBasis, @Nullable List<Earlier> earlier) {
    /** Copies the list. */
    public FigureDefinition {
        earlier = earlier == null ? null : List.copyOf(earlier);
    }

    /** A figure of an edition that does not speak of others. */
    public FigureDefinition(String code, String label, String labelEn, String unit, int scale, int integerDigits, RollUpRule rollUp,
            String timeBasis) {
        this(code, label, labelEn, unit, scale, integerDigits, rollUp, timeBasis, null);
    }

    /**
     * A figure of another edition.
     *
     * @param edition the edition
     * @param code    its code there
     */
    public record Earlier(EditionId edition, String code) {}

    /**
     * Returns the figure of another edition that means the same: the one this edition names; if it names none for any edition, the one of the
     * same code that has the same name and unit too. A code alone says nothing, since editions number anew.
     */
    public Optional<FigureDefinition> sameIn(FormEdition other) {
        if (earlier == null) {
            return Optional.ofNullable(other.figures().get(code))
                    .filter(figure -> figure.label().equals(label) && figure.unit().equals(unit));
        }
        return earlier.stream().filter(named -> named.edition().equals(other.id())).findFirst()
                .flatMap(named -> Optional.ofNullable(other.figures().get(named.code())));
    }
}
