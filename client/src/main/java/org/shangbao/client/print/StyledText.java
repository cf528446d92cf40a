package org.shangbao.client.print;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/**
 * Builds the styled text of JasperReports from plain text, escaped. A character that the small faces lack, as rare names
 * have, is set in Song, which has every character of the unit list and of GBK.
 */
final class StyledText {

    private static final String NO_BREAK_SPACE = "\u00a0";
    /** Twelve millimetres of no-break spaces at 10.5 points. */
    private static final String GREY_BOX = NO_BREAK_SPACE.repeat(14);
    private static final String WRITING_LINE = NO_BREAK_SPACE.repeat(14);

    private final Map<Typeface, Font> fonts = new EnumMap<>(Typeface.class);

    StyledText() {
        FontUtil bundled = FontUtil.getInstance(DefaultJasperReportsContext.getInstance());
        for (Typeface face : Typeface.values()) {
            Font font = bundled.getAwtFontFromBundles(face.family(), face.bold() ? Font.BOLD : Font.PLAIN, 10f, Locale.CHINA, false);
            if (font == null) {
                throw new PrintException("bundled font missing: " + face.family());
            }
            fonts.put(face, font);
        }
    }

    /** Text for an element whose own face is {@code face}. */
    String in(Typeface face, String text) {
        Font font = font(face);
        StringBuilder styled = new StringBuilder(text.length() + 16);
        boolean fallen = false;
        for (int i = 0; i < text.length();) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            boolean missing = face != Typeface.SONG && character > ' ' && !font.canDisplay(character);
            if (missing != fallen) {
                styled.append(missing ? "<style fontName=\"" + Typeface.SONG.family() + "\" isBold=\"false\">" : "</style>");
                fallen = missing;
            }
            escape(character, styled);
        }
        return styled.append(fallen ? "</style>" : "").toString();
    }

    /** Text in a face other than the element's own. */
    String run(Typeface face, float size, String text) {
        return "<style fontName=\"" + face.family() + "\" isBold=\"" + face.bold() + "\"" + (size > 0 ? " size=\"" + size + "\"" : "")
                + ">" + in(face, text) + "</style>";
    }

    /**
     * A sentence for an element in Song. A figure is glued to its neighbours by no-break spaces on both sides, all
     * underlined, so that figure and unit never part.
     *
     * @param byHand whether blanks are lines to write on rather than grey boxes
     */
    String sentence(List<SentencePiece> parts, boolean byHand) {
        StringBuilder styled = new StringBuilder();
        for (SentencePiece part : parts) {
            switch (part) {
                case SentencePiece.Text text -> styled.append(in(Typeface.SONG, text.text()));
                case SentencePiece.Figure figure -> styled.append("<style fontName=\"").append(Typeface.FIGURE.family())
                        .append("\" isUnderline=\"true\">").append(NO_BREAK_SPACE).append(figure.value()).append(NO_BREAK_SPACE)
                        .append("</style>");
                case SentencePiece.Blank blank when byHand ->
                    styled.append("<style isUnderline=\"true\"><style size=\"5.5\" forecolor=\"#808080\">")
                            .append(in(Typeface.SONG, blank.code())).append("</style>").append(WRITING_LINE).append("</style>");
                case SentencePiece.Blank _ -> styled.append("<style backcolor=\"#D0D0D0\">").append(GREY_BOX).append("</style>");
            }
        }
        return styled.toString();
    }

    /** Width of a line of plain text in points. */
    double width(Typeface face, float size, String text) {
        return font(face).deriveFont(size).getStringBounds(text, new FontRenderContext(null, true, true)).getWidth();
    }

    Font font(Typeface face) {
        Font font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException("no font for " + face);
        }
        return font;
    }

    private static void escape(int character, StringBuilder target) {
        switch (character) {
            case '&' -> target.append("&amp;");
            case '<' -> target.append("&lt;");
            case '>' -> target.append("&gt;");
            case '\n' -> target.append('\n');
            default -> {
                // what XML cannot carry must not make a whole report unprintable
                boolean carried = character >= ' ' && character != 0x7f && !(character >= 0xd800 && character <= 0xdfff)
                        && character != 0xfffe && character != 0xffff;
                target.appendCodePoint(carried ? character : ' ');
            }
        }
    }
}
