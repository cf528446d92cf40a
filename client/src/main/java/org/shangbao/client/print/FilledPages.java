package org.shangbao.client.print;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;

/**
 * The first half of the finishing pass: what a part's own pages tell only once they are filled. Elements are known by
 * the keys the templates give them.
 */
final class FilledPages {

    private static final int BODY_TOP = 105;
    private static final int LEFT = 79;
    private static final int WIDTH = 442;
    private static final float FRAME = 1.28f;
    private static final int GAP = 9;

    private FilledPages() {}

    /** Closes the table on every page, repeats a number as continued, and sets the list of annexes under the table. */
    static void finishForm(JasperPrint form, StyledText styled) {
        String numberBefore = null;
        for (JRPrintPage page : form.getPages()) {
            Canvas canvas = new Canvas(form, page);
            int bottom = bottomOf(page, "grid.1");
            if (bottom == 0) {
                // a page of signatures only: the table's head has nothing under it
                page.setElements(without(page, "head."));
                bottom = BODY_TOP - GAP;
            } else {
                canvas.rule(LEFT, bottom, WIDTH, FRAME);
                List<JRPrintText> numbers = texts(page, "number");
                if (!numbers.isEmpty()) {
                    JRPrintText first = numbers.getFirst();
                    if (first.getFullText().equals(numberBefore)) {
                        canvas.block(Typeface.SONG, 8, 10, HorizontalTextAlignEnum.CENTER, first.getX(), first.getY() + 20,
                                first.getWidth(), 12,
                                styled.in(Typeface.SONG, PaperWords.of("form.continued")));
                    }
                    numberBefore = numbers.getLast().getFullText();
                }
            }
            int next = bottom + GAP;
            for (String key : List.of("attachments", "note")) {
                for (JRPrintText text : texts(page, key)) {
                    if (text.getFullText().isEmpty()) {
                        continue;
                    }
                    text.setY(next);
                    next += text.getHeight() + 3;
                }
            }
        }
    }

    /** Pulls a page up that starts with the gap meant to stand between two annexes. */
    static void finishAnnex(JasperPrint annex) {
        for (JRPrintPage page : annex.getPages()) {
            int top = page.getElements().stream().mapToInt(JRPrintElement::getY).min().orElse(BODY_TOP);
            page.getElements().forEach(element -> element.setY(element.getY() - top + BODY_TOP));
        }
    }

    private static int bottomOf(JRPrintPage page, String key) {
        return page.getElements().stream().filter(element -> key.equals(element.getKey()))
                .mapToInt(element -> element.getY() + element.getHeight()).max().orElse(0);
    }

    private static List<JRPrintText> texts(JRPrintPage page, String key) {
        return page.getElements().stream().filter(element -> key.equals(element.getKey())).map(JRPrintText.class::cast).toList();
    }

    private static List<JRPrintElement> without(JRPrintPage page, String keyPrefix) {
        List<JRPrintElement> kept = new ArrayList<>();
        for (JRPrintElement element : page.getElements()) {
            @Nullable
            String key = element.getKey();
            if (key == null || !key.startsWith(keyPrefix)) {
                kept.add(element);
            }
        }
        return kept;
    }
}
