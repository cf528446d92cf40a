package org.shangbao.client.ui.fill;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.report.Answer;
import org.shangbao.client.application.report.Answers;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.ui.common.FormWords;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.desk.ReportDesk;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.report.Attachment;

/** Acts on many answers at once; each shows its list first. */
final class Choices {
    private static final int SHOWN = 40;
    private static final int ANY_COLUMN = -1;

    private final ReportDesk desk;
    private final Edits edits;
    private final Consumer<Text> say;
    private final ReadOnlyObjectWrapper<@Nullable Choice> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ColumnChoice> columns = new ReadOnlyObjectWrapper<>();

    Choices(ReportDesk desk, Edits edits, Consumer<Text> say) {
        this.desk = desk;
        this.edits = edits;
        this.say = say;
    }

    /** The list that stands before the person, null if none. */
    ReadOnlyObjectProperty<@Nullable Choice> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The columns one of which is meant, null if nothing is asked. */
    ReadOnlyObjectProperty<@Nullable ColumnChoice> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** Goes on with the column that is meant. */
    void take(PastedBlock.Column chosen) {
        ColumnChoice choice = columns.get();
        if (choice != null) {
            columns.set(null);
            choice.done().accept(chosen);
        }
    }

    /** Puts the list or the question away without doing anything. */
    void close() {
        columns.set(null);
        open.set(null);
    }

    /** Does what the open list is for, with these answers. */
    void take(List<AnswerKey> chosen) {
        Choice choice = open.get();
        if (choice != null && !chosen.isEmpty()) {
            open.set(null);
            choice.done().accept(chosen);
        }
    }

    /** 沿用上期…: what is empty now and was answered last period. */
    void askCarryOver() {
        ReportDraft draft = editable();
        if (draft == null) {
            return;
        }
        if (draft.previousPeriod() == null) {
            say.accept(Text.of("fill.carry.noPeriod"));
            return;
        }
        ask(draft, Answers.carriable(draft), "fill.carry.", edits::carryOver);
    }

    /** 其余填0…: every figure nobody typed anything into. */
    void askZeros() {
        ReportDraft draft = editable();
        if (draft != null) {
            ask(draft, Answers.zeros(draft), "fill.zeros.", edits::zeros);
        }
    }

    /** 全部确认…: everything that was taken over and not confirmed. */
    void askConfirm() {
        ReportDraft draft = editable();
        if (draft != null) {
            ask(draft, Answers.unconfirmed(draft), "fill.confirm.", edits::confirm);
        }
    }

    /**
     * Cells were pasted: a column, names and values, or a block of several columns.
     *
     * @param rows codes of the figures from the one worked on downwards
     */
    void askCells(List<String> rows, String clipboard) {
        ReportDraft draft = editable();
        if (draft == null) {
            return;
        }
        if (PastedBlock.isBlock(clipboard)) {
            askBlock(clipboard, ANY_COLUMN);
        } else if (NamedCells.isPairs(clipboard)) {
            ask(draft, NamedCells.match(draft.edition(), draft.figures().keySet(), clipboard),
                    count -> Text.of("fill.pairs.headline", count));
        } else {
            ask(draft, PastedCells.spread(draft.edition(), rows, clipboard),
                    count -> Text.of("fill.cells.headline", count, rows.getFirst()));
        }
    }

    private void askBlock(String clipboard, int column) {
        ReportDraft draft = editable();
        if (draft == null) {
            return;
        }
        PastedCells.Result found = PastedBlock.match(draft.edition(), draft.id().period().value(), draft.figures().keySet(), clipboard,
                column);
        if (found instanceof PastedCells.Result.Asked(List<PastedBlock.Column> meant)) {
            columns.set(new ColumnChoice(meant, chosen -> askBlock(clipboard, chosen.place())));
        } else {
            ask(draft, found, count -> Text.of("fill.pairs.headline", count));
        }
    }

    private void ask(ReportDraft draft, PastedCells.Result found, IntFunction<Text> headline) {
        switch (found) {
            case PastedCells.Result.Refused refused -> say.accept(refused.why());
            case PastedCells.Result.Taken taken when !taken.figures().isEmpty() ->
                open.set(new Choice(headline.apply(taken.figures().size()), Text.of("fill.cells.sentence"),
                        taken.figures().stream().map(figure -> replacing(draft, figure)).toList(), "fill.cells.act",
                        chosen -> edits.figures(taken.figures().stream().filter(figure -> chosen.contains(figure.key())).toList())));
            case PastedCells.Result.Taken none -> say.accept(Text.of("fill.cells.none"));
            case PastedCells.Result.Asked asked -> columns.set(null);
        }
    }

    /** A pasted figure beside the one it replaces. */
    private static Choice.Option replacing(ReportDraft draft, Answer figure) {
        Choice.Option option = option(draft, figure);
        DraftFigure before = draft.figures().get(option.code());
        return before == null || before.typed().isEmpty()
                ? option
                : new Choice.Option(option.key(), option.code(), option.name(),
                        Text.of("fill.cells.replaces", before.problem() == null ? Formats.figure(before.value()) : before.typed(),
                                option.value()),
                        option.mark());
    }

    private void ask(ReportDraft draft, List<Answer> answers, String stem, Consumer<List<AnswerKey>> done) {
        if (answers.isEmpty()) {
            say.accept(switch (stem) {
                case "fill.carry." -> Text.of("fill.carry.none");
                case "fill.zeros." -> Text.of("fill.zeros.none");
                default -> Text.of("fill.confirm.none");
            });
            return;
        }
        Text headline = Text.of(stem + "headline", answers.size());
        open.set(new Choice(headline, Text.of(stem + "sentence"), answers.stream().map(answer -> option(draft, answer)).toList(),
                stem + "act", done));
    }

    private static Choice.Option option(ReportDraft draft, Answer answer) {
        AnswerKey key = answer.key();
        return switch (answer) {
            case Answer.Figure(String code, String typed, boolean carried) -> {
                FigureDefinition definition = draft.edition().figures().get(code);
                yield new Choice.Option(key, code, definition == null ? Text.NONE : FormWords.of(definition),
                        definition == null
                                ? Text.plain(Formats.figure(typed))
                                : new Text.Counted(Formats.figure(typed), definition.unit()),
                        Mark.EMPTY);
            }
            case Answer.Narrative(String code, String text, boolean carried) ->
                new Choice.Option(key, code, Text.of("fill.choice.text"), Text.plain(shortened(text)), Mark.WRITTEN);
            case Answer.Files(String code, List<Attachment> files, boolean carried) -> new Choice.Option(key, code,
                    Text.of("fill.choice.files"),
                    Text.plain(shortened(String.join(", ", files.stream().map(Attachment::fileName).toList()))),
                    Mark.PAPER);
            case Answer.Explanation(String code, String text, boolean carried) ->
                new Choice.Option(key, figureOf(draft, code), Text.of("fill.choice.explanation"), Text.plain(shortened(text)),
                        Mark.MUST_EXPLAIN);
        };
    }

    private static String figureOf(ReportDraft draft, String findingKey) {
        return draft.findings().stream().filter(finding -> finding.key().equals(findingKey)).flatMap(finding -> finding.codes().stream())
                .findFirst().orElse("");
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) > SHOWN ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…" : line;
    }

    @Nullable
    private ReportDraft editable() {
        ReportDraft draft = desk.draftProperty().get();
        if (draft == null || !draft.status().isEditable()) {
            say.accept(Text.of("fill.frozen"));
            return null;
        }
        return draft;
    }
}
