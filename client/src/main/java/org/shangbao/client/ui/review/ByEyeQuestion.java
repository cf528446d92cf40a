package org.shangbao.client.ui.review;

import java.util.List;
import java.util.stream.Collectors;

import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Text;
import org.shangbao.wire.v1.PaperByHand;
import org.shangbao.wire.v1.ReportState;

/** What is asked before a report is approved whose paper no machine has read. */
final class ByEyeQuestion {
    private ByEyeQuestion() {}

    static Dialogs.Confirmation of(UnitRow row, ReportState.ByHand byHand) {
        PaperByHand said = byHand.declared();
        String pages = said.unread().stream().map(String::valueOf).collect(Collectors.joining("、"));
        return new Dialogs.Confirmation(Text.of("review.byEye.headline", row.progress().unitName()), Text.of("review.byEye.sentence"),
                List.of(Text.of("review.byEye." + said.manner().name(), pages, said.pages(), said.checkCode()),
                        Text.of("review.byEye.reason", byHand.by(), said.reason())),
                Text.of("review.byEye.act"));
    }
}
