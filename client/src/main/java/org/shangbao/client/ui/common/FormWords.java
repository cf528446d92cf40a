package org.shangbao.client.ui.common;

import java.util.Locale;

import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.ItemKind;
import org.shangbao.model.unit.FormLevel;

/** Words of the form in both languages; where the edition brings no English, its Chinese is shown. */
public final class FormWords {
    private FormWords() {}

    /** Returns the name of a group. */
    public static Text of(Indicator indicator) {
        return new Text.Bilingual(indicator.name(), indicator.nameEn());
    }

    /** Returns the few words of an item for lists. */
    public static Text of(Item item) {
        return new Text.Bilingual(item.shortName(), item.shortNameEn());
    }

    /** Returns 填报说明 of an item; on a Chinese screen without the form's own remark. */
    public static Text guidance(Item item) {
        return item.guidance().isEmpty() ? Text.NONE : new Text.Bilingual(item.guidance(), item.guidanceEn());
    }

    /** Returns what a figure counts. */
    public static Text of(FigureDefinition figure) {
        return new Text.Bilingual(figure.label(), figure.labelEn());
    }

    /** Returns 数量型, 任务型 or 创新型. */
    public static Text of(ItemKind kind) {
        return Text.of("common.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** Returns 县级 or 省级. */
    public static Text of(FormLevel level) {
        return Text.of("common.level." + level.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the mark of a severity. */
    public static Mark mark(Severity severity) {
        return switch (severity) {
            case MUST_FIX -> Mark.MUST_FIX;
            case MUST_EXPLAIN -> Mark.MUST_EXPLAIN;
            case NOTICE -> Mark.NOTICE;
        };
    }
}
