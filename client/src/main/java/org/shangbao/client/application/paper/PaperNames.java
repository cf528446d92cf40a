package org.shangbao.client.application.paper;

import java.util.Locale;

import org.shangbao.client.application.store.PaperKind;
import org.shangbao.client.application.text.FileNames;
import org.shangbao.model.period.PeriodId;

/** File names people recognise when they look for the paper a month later. The paper is Chinese in every language of the window. */
final class PaperNames {
    private PaperNames() {}

    /** Name of a numbered paper. */
    static String numbered(PaperKind kind, String unitName, PeriodId period, int revision) {
        return String.format(Locale.ROOT, "%s-%s-%s-第R%d稿.pdf", kind == PaperKind.REPORT ? "双月报" : "审签单", FileNames.part(unitName),
                period.value(),
                revision);
    }

    /** Name of a paper without a number. */
    static String unnumbered(String unitName, PeriodId period, boolean blank) {
        return "双月报-" + FileNames.part(unitName) + "-" + period.value() + (blank ? "-空表.pdf" : "-草稿.pdf");
    }
}
