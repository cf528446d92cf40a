package org.shangbao.model.edition;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.unit.FormLevel;

/**
 * 填报内容: one numbered item of an indicator with its official sentence.
 *
 * @param code       for example {@code 3.4}
 * @param shortName  a few words for lists, for example 乡村小规模学校
 * @param shortNameEn the same in English, empty if the edition brings none
 * @param kind       指标类型
 * @param filledBy   which level's form holds it
 * @param obligation whether it must be answered
 * @param sentence   the official sentence, number included, words and blanks in order
 * @param figures    its figures in the order of the blanks
 * @param narrative  the text it asks for, or null
 * @param attachment the files it asks for, or null
 * @param remark     the edition's own words in the column 备注, empty if none
 * @param guidance   填报说明: how it is to be understood, empty if none
 * @param guidanceEn guidance and remark in English, empty if the edition brings none
 * @param readingEn  English reading of the sentence with blanks as {@code {3.4.1}}; empty if the edition brings none
 */
public record Item(String code, String shortName, String shortNameEn, ItemKind kind, FormLevel filledBy, FillObligation obligation,
        List<SentencePart> sentence,
        List<FigureDefinition> figures, @Nullable NarrativeDefinition narrative, @Nullable AttachmentDefinition attachment, String remark,
        String guidance, String guidanceEn, String readingEn) {
    /** Copies the lists. */
    public Item {
        sentence = List.copyOf(sentence);
        figures = List.copyOf(figures);
    }
}
