package org.shangbao.client.ui.help;

import java.util.ArrayList;
import java.util.List;

import org.shangbao.client.application.help.OperationCard;
import org.shangbao.client.ui.common.Messages;

/** The words of the 操作卡, in the language of the screen. */
public final class CardWords {
    private static final String WRITING_LINE = "________________________________";

    private CardWords() {}

    /** Returns the card. */
    public static OperationCard of(Messages messages) {
        List<OperationCard.Step> steps = HelpViewModel.steps().stream().map(step -> new OperationCard.Step(messages.text(step.name()),
                messages.text(step.todo()), messages.text("help.quoted", step.seen()))).toList();
        List<String> troubles = new ArrayList<>();
        troubles.add(messages.text("help.troubles"));
        HelpViewModel.troubles().forEach(trouble -> {
            troubles.add(messages.text(trouble.what()));
            troubles.add(messages.text(trouble.cure()));
        });
        List<String> lines = List.of(messages.text("help.card.due", WRITING_LINE), messages.text("help.card.above", WRITING_LINE));
        return new OperationCard(messages.text("help.card.title"), messages.text("help.card.sentence"),
                List.of(messages.text("help.card.step"), messages.text("help.card.todo"), messages.text("help.card.seen")), steps, troubles,
                lines);
    }
}
