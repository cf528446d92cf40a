package org.shangbao.client.print;

/** The bundled faces, under the names the templates use. */
enum Typeface {
    SONG("Shangbao Song", false), SONG_BOLD("Shangbao Song", true), HEI("Shangbao Hei", false), HEI_BOLD("Shangbao Hei",
            true),
    KAI("Shangbao Kai", false),
    /** For figures and nothing else: they are found in the finished PDF by this face. */
    FIGURE("Shangbao Figure", false);

    private final String family;
    private final boolean bold;

    Typeface(String family, boolean bold) {
        this.family = family;
        this.bold = bold;
    }

    String family() { return family; }

    boolean bold() { return bold; }
}
