package org.shangbao.client.print;

/** How the edition's words go on paper. */
final class OfficialWords {

    private OfficialWords() {}

    /** Half-width commas, semicolons and brackets of the source print full-width, the spaces beside them go. */
    static String onPaper(String words) {
        return words.replaceAll(", ?", "，").replaceAll("; ?", "；").replaceAll(" ?\\(", "（").replaceAll("\\) ?", "）");
    }
}
