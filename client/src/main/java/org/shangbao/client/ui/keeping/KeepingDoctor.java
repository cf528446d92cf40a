package org.shangbao.client.ui.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.keeping.Diagnosis;
import org.shangbao.client.application.keeping.Diagnosis.Verdict;
import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** 检查数据 beside the work: everything looked at on one page, what is well and what to do, to be kept or handed on. */
final class KeepingDoctor {
    private static final String LINE_END = "\r\n";
    /** Makes old editors read the file as UTF-8. */
    private static final String MARK_OF_UTF8 = "\uFEFF";

    private final OfficeKeeping keeping;
    private final LongWork work;
    private final Dialogs dialogs;
    private final Messages messages;
    private final Formats formats;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Text> outcome = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final Action check = new Action(Text.of("keeping.doctor.do"), "", this::check);
    private final Action save = new Action(Text.of("keeping.doctor.save"), "", this::save);

    KeepingDoctor(UiContext context, OfficeKeeping keeping) {
        this.keeping = keeping;
        work = context.work();
        dialogs = context.dialogs();
        messages = context.messages();
        formats = context.formats();
        clock = context.services().clock();
    }

    /**
     * A thing looked at.
     *
     * @param mark  how it was found
     * @param words what it is, with its count
     * @param todo  what to do, empty if nothing
     */
    record Line(Mark mark, Text verdict, Text words, Text todo) {}

    /**
     * The page.
     *
     * @param mark    how the worst of it is
     * @param summary one sentence on all of it
     * @param at      when it was looked at
     * @param lines   a line each
     */
    record Page(Mark mark, Text summary, Text at, List<Line> lines) {}

    /** What was found last, null before. */
    ReadOnlyObjectProperty<@Nullable Page> pageProperty() { return page.getReadOnlyProperty(); }

    /** How the last act ended. */
    ReadOnlyObjectProperty<Text> outcomeProperty() { return outcome.getReadOnlyProperty(); }

    Action checkAction() { return check; }

    Action saveAction() { return save; }

    /** Says that the page was copied. */
    void copied() { outcome.set(Text.of("keeping.doctor.copied")); }

    private void check() {
        check.refuse(Text.of("keeping.underWay"));
        outcome.set(Text.NONE);
        work.stoppable(Text.of("keeping.doctor.work"), progress -> keeping.diagnose(), found -> {
            check.allow();
            page.set(page(found));
        }, () -> {
            check.allow();
            outcome.set(Text.of("keeping.doctor.stopped"));
        }, failure -> {
            check.allow();
            outcome.set(Failure.words(failure));
        });
    }

    private Page page(Diagnosis found) {
        return new Page(mark(found.worst()), Text.of("keeping.doctor.worst." + found.worst()),
                Text.of("keeping.doctor.at", formats.dayAndTime(clock.instant())),
                found.lines().stream().map(KeepingDoctor::line).toList());
    }

    private static Line line(Diagnosis.Line line) {
        Map<String, String> values = line.values();
        String count = values.getOrDefault("count", values.getOrDefault("megabytes", ""));
        Text words = line.check() == Diagnosis.Check.SECOND_DRIVE
                ? Text.of("keeping.doctor.second." + count)
                : Text.of("keeping.doctor.check." + line.check(), count, values.getOrDefault("wrong", "0"));
        Text todo = line.verdict() == Verdict.WELL
                ? Text.NONE
                : Text.of("keeping.doctor.todo." + line.check(), values.getOrDefault("detail", ""));
        return new Line(mark(line.verdict()), Text.of("keeping.doctor.verdict." + line.verdict()), words, todo);
    }

    private static Mark mark(Verdict verdict) {
        return switch (verdict) {
            case WELL, REPAIRED -> Mark.DONE;
            case ADVICE -> Mark.MUST_EXPLAIN;
            case DAMAGED -> Mark.MUST_FIX;
        };
    }

    /** The page as plain text, in the language chosen now. */
    String text() {
        Page shown = page.get();
        if (shown == null) {
            return "";
        }
        List<String> lines = new ArrayList<>(List.of(messages.text("keeping.doctor"), messages.text(shown.at()),
                messages.text(shown.summary()), ""));
        for (Line line : shown.lines()) {
            lines.add(messages.text("keeping.doctor.line", line.verdict(), line.words()));
            if (!line.todo().isEmpty()) {
                lines.add("    " + messages.text(line.todo()));
            }
        }
        lines.addAll(List.of("", messages.text("keeping.doctor.unchecked"), ""));
        return String.join(LINE_END, lines);
    }

    private void save() {
        String text = text();
        dialogs.chooseSaveTarget(new Dialogs.FileRequest(Text.of("keeping.doctor.save"), Text.of("keeping.doctor.kind"), List.of("*.txt"),
                "shangbao-check.txt"),
                target -> work.aside(Text.of("keeping.doctor.saving"), LongWork.Whole.STORED, () -> write(target, text),
                        done -> outcome.set(Text.of("keeping.doctor.saved", String.valueOf(done.getFileName()))),
                        failure -> outcome.set(Failure.words(failure))));
    }

    private static Path write(Path target, String text) throws ReportingException {
        try {
            return Files.writeString(target, MARK_OF_UTF8 + text);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())), e);
        }
    }
}
