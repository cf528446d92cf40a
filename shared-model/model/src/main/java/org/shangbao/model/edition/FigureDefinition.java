package org.shangbao.model.edition;

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
 */
public record FigureDefinition(String code, String label, String labelEn, String unit, int scale, int integerDigits, RollUpRule rollUp,
        String timeBasis) {}
