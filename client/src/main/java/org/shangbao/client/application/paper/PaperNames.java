package org.shangbao.client.application.paper;

import java.util.Locale;

import org.shangbao.client.application.store.PaperKind;
import org.shangbao.model.period.PeriodId;

/** File names people recognise when they look for the paper a month later. The paper is Chinese in every language of the window. */
final class PaperNames {
    private static final int LONGEST_NAME = 60;

    private PaperNames() {}

    /** Name of a numbered paper. */
    static String numbered(PaperKind kind, String unitName, PeriodId period, int revision) {
        return String.format(Locale.ROOT, "%s-%s-%s-第R%d稿.pdf", kind == PaperKind.REPORT ? "双月报" : "审签单", part(unitName), period.value(),
                revision);
    }

    /** Name of a paper without a number. */
    static String unnumbered(String unitName, PeriodId period, boolean blank) {
        return "双月报-" + part(unitName) + "-" + period.value() + (blank ? "-空表.pdf" : "-草稿.pdf");
    }

    /** A unit's name without what some system does not take in a file name. */
    private static String part(String name) {
        String allowed = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "");
        return allowed.codePointCount(0, allowed.length()) <= LONGEST_NAME
                ? allowed
                : allowed.substring(0, allowed.offsetByCodePoints(0, LONGEST_NAME));
    }
}
