package org.shangbao.client.ui;

import java.util.HashMap;
import java.util.Map;

/** Invented figures of a county that agree with each other. */
public final class SampleFigures {
    /** Last period. */
    public static final Map<String, String> EARLIER = parse("""
            1.1.1 128 1.1.2 128 1.2.1 126 1.2.2 96 1.3.1 128 1.4.1 117
            2.1.1 11420 2.2.1 2 2.2.2 540 2.2.3 3 2.2.4 360
            3.1.1 33 3.1.2 20900 3.1.3 12 3.1.4 1800 3.1.5 1040
            3.2.1 4 3.2.2 1350 3.2.3 2 3.2.4 700 3.3.1 46 3.3.2 6180 3.4.1 19 3.4.2 7 3.4.3 2 3.5.1 9 3.5.2 66
            4.1.1 3 4.1.2 2858 4.2.1 2 4.2.2 600 4.2.3 450 4.3.1 1 4.3.2 900 4.3.3 0 4.3.4 0
            4.4.1 2 4.4.2 9740 4.4.3 2 4.4.4 2 4.4.5 4 4.4.6 2 4.5.1 1 4.5.2 620
            5.1.1 68.6 5.1.2 2 5.1.3 1 5.1.4 0 5.1.5 0 5.1.6 1 5.1.7 0
            """);
    /** The same period a year ago. */
    public static final Map<String, String> YEAR_BEFORE = parse("3.3.1 47 3.3.2 6342 3.1.1 31 3.1.2 19400 3.4.1 22 3.4.2 8");
    /** A narrative. */
    public static final String NARRATIVE = "全县学前三年适龄幼儿11420人，按人口变化调整布点，撤并空编园5所，在城区新增普惠性幼儿园2所，乡镇中心园实现全覆盖。";

    private SampleFigures() {}

    private static Map<String, String> parse(String text) {
        String[] words = text.strip().split("\\s+");
        Map<String, String> figures = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            figures.put(words[i], words[i + 1]);
        }
        return Map.copyOf(figures);
    }
}
