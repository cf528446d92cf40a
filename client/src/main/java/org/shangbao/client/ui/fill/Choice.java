package org.shangbao.client.ui.fill;

import java.util.List;
import java.util.function.Consumer;

import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;

/**
 * A list shown before many answers change at once; each can be left out.
 *
 * @param headline what is going to happen
 * @param sentence what it means
 * @param options  the answers
 * @param act      key of the button's words; takes the number chosen
 * @param done     does it with the answers that were chosen
 */
record Choice(Text headline, Text sentence, List<Option> options, String act, Consumer<List<AnswerKey>> done) {
    Choice {
        options = List.copyOf(options);
    }

    /**
     * An answer to choose.
     *
     * @param key   which
     * @param code  as shown
     * @param name  what it is
     * @param value what it would be
     * @param mark  shape beside it
     */
    record Option(AnswerKey key, String code, Text name, Text value, Mark mark) {}
}
