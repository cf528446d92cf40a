package org.shangbao.paper;

import java.util.List;
import java.util.Map;

/**
 * Pages on which no code is read and of which a person says which page they are. Nothing else about a scan can be said by a person: a page
 * whose codes are read counts as what they say, and a page whose two codes disagree stays refused.
 */
public final class PagesByEye {
    private PagesByEye() {}

    /** True if a person may say which page it is. */
    public static boolean isUnread(ScanPage page) {
        return page.code() == null && page.finding() != CodeFinding.DISAGREE;
    }

    /**
     * Returns the reading with unread pages counted as what a person says they are.
     *
     * @param pages page of the paper by place in the scan, both from 1; places of pages that were read are ignored
     */
    public static ScanReading in(ScanReading reading, ExpectedPaper expected, Map<Integer, Integer> pages) {
        if (!(reading instanceof ScanReading.Read(List<ScanPage> read))) {
            return reading;
        }
        return new ScanReading.Read(read.stream().map(page -> {
            Integer told = pages.get(page.position());
            return told == null || !isUnread(page) || told < 1 || told > expected.pages() ? page : page.toldByEye(expected.page(told));
        }).toList());
    }
}
