package org.shangbao.client.application.help;

import java.util.List;

/**
 * 操作卡: one page to be pinned beside the desk. Its words are the window's own, so that what it quotes is what is seen.
 *
 * @param title    headline
 * @param sentence what to keep in mind
 * @param heads    heads of the three columns: step, what to do, what is seen
 * @param steps    the steps in order
 * @param troubles head of the box below, then what went wrong and what helps in turn
 * @param lines    lines to be filled in by hand
 */
public record OperationCard(String title, String sentence, List<String> heads, List<Step> steps, List<String> troubles,
        List<String> lines) {
    /** Copies the lists. */
    public OperationCard {
        heads = List.copyOf(heads);
        steps = List.copyOf(steps);
        troubles = List.copyOf(troubles);
        lines = List.copyOf(lines);
    }

    /** A step: name, what to do, what is seen when it is done. */
    public record Step(String name, String todo, String seen) {}
}
