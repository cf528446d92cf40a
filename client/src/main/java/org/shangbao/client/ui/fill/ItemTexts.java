package org.shangbao.client.ui.fill;

import java.util.List;
import javafx.util.Subscription;

import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.model.edition.Item;
import org.shangbao.model.edition.NarrativeDefinition;

/** The texts and files of items, as the open report has them. */
final class ItemTexts {
    private final ReportDesk desk;
    private final Dialogs dialogs;

    ItemTexts(ReportDesk desk, Dialogs dialogs) {
        this.desk = desk;
        this.dialogs = dialogs;
    }

    /**
     * What a text is asked for.
     *
     * @param about asked length in characters, 0 if none
     * @param most  most characters that are taken
     * @param label words printed above it
     */
    record Asked(int about, int most, String label) {}

    Asked asked(String itemCode) {
        ReportDraft draft = desk.draftProperty().get();
        NarrativeDefinition definition = draft == null ? null : draft.edition().item(itemCode).map(Item::narrative).orElse(null);
        return definition == null
                ? new Asked(0, 0, "")
                : new Asked(definition.lengthAbout(), definition.lengthMost(), definition.label());
    }

    /** Calls {@code shown} whenever the report was stored anew; texts and files are no part of the blanks and change without them. */
    Subscription watch(Runnable shown) {
        return desk.draftProperty().subscribe(draft -> shown.run());
    }

    String text(String itemCode) {
        ReportDraft draft = desk.draftProperty().get();
        return draft == null ? "" : draft.narratives().getOrDefault(itemCode, "");
    }

    /** True if the text or a file was taken over from the last period and waits to be confirmed. */
    boolean isUnconfirmed(String itemCode) {
        ReportDraft draft = desk.draftProperty().get();
        return draft != null && (draft.broughtForward().unconfirmed().contains(AnswerKey.narrative(itemCode))
                || draft.broughtForward().unconfirmed().contains(AnswerKey.files(itemCode)));
    }

    List<String> files(String itemCode) {
        ReportDraft draft = desk.draftProperty().get();
        return draft == null
                ? List.of()
                : draft.attachments().getOrDefault(itemCode, List.of()).stream()
                        .map(file -> file.fileName() + "  " + Formats.size(file.size())).toList();
    }

    /** Lets the person choose files for an item. */
    void attach(String itemCode) {
        dialogs.chooseFiles(new Dialogs.FileRequest(Text.of("fill.attach.title"), Text.of("fill.attach.kind"),
                List.of("*.pdf", "*.docx", "*.doc", "*.wps", "*.xlsx", "*.jpg", "*.png"), ""), files -> desk.attach(itemCode, files));
    }
}
