package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;

/** The list of groups and items at the left, each with how far it is. */
final class Rail {
    private Rail() {}

    /** A group in the rail. */
    record Group(int number, Text name, String filled, Mark mark, Text word, List<Entry> items) {}

    /** An item in the rail and the blank it leads to. */
    record Entry(String code, Text name, Mark mark, Text word, String firstBlank) {}

    static List<Group> of(ReportDraft draft, Sheet sheet, Map<String, BlankContent> blanks) {
        List<Group> groups = new ArrayList<>();
        for (Sheet.Group group : sheet.groups()) {
            List<Entry> items = group.lines().stream().map(line -> item(line, draft, blanks)).toList();
            List<BlankContent> own = group.lines().stream().filter(Sheet.Line::editable)
                    .flatMap(line -> line.blanks().stream()).map(blanks::get).toList();
            int filled = (int) own.stream().filter(blank -> !isOpen(blank)).count();
            int wrong = count(own, BlankState.MUST_FIX) + count(own, BlankState.UNREADABLE);
            int toExplain = count(own, BlankState.MUST_EXPLAIN);
            int carried = count(own, BlankState.CARRIED_OVER);
            Mark mark = wrong > 0
                    ? Mark.MUST_FIX
                    : toExplain > 0
                            ? Mark.MUST_EXPLAIN
                            : carried > 0 ? Mark.CARRIED_OVER : filled < own.size() ? Mark.EMPTY : Mark.DONE;
            Text word = switch (mark) {
                case MUST_FIX -> Text.of("fill.rail.mustFix", wrong);
                case MUST_EXPLAIN -> Text.of("fill.rail.mustExplain", toExplain);
                case CARRIED_OVER -> Text.of("fill.rail.carriedOver", carried);
                case EMPTY -> Text.of("fill.rail.empty", own.size() - filled);
                default -> Text.of("fill.rail.done");
            };
            groups.add(own.isEmpty()
                    ? withoutBlanks(group, items)
                    : new Group(group.number(), group.name(), filled + "/" + own.size(), mark, word, items));
        }
        return groups;
    }

    private static Entry item(Sheet.Line line, ReportDraft draft, Map<String, BlankContent> blanks) {
        if (!line.editable()) {
            return new Entry(line.code(), line.name(), BlankState.FIXED.mark(), BlankState.FIXED.words(),
                    line.blanks().isEmpty() ? line.code() : line.blanks().getFirst());
        }
        BlankState heaviest = line.blanks().stream().map(blanks::get).map(BlankContent::state).min(Enum::compareTo)
                .orElse(BlankState.FILLED);
        Set<AnswerKey> unconfirmed = draft.broughtForward().unconfirmed();
        boolean textCarried = unconfirmed.contains(AnswerKey.narrative(line.code())) || unconfirmed.contains(AnswerKey.files(line.code()));
        if (textCarried && heaviest.compareTo(BlankState.CARRIED_OVER) > 0) {
            heaviest = BlankState.CARRIED_OVER;
        }
        boolean textMissing = line.editable() && line.narrative() && draft.narratives().getOrDefault(line.code(), "").isBlank();
        Mark mark = heaviest == BlankState.FILLED && textMissing ? Mark.EMPTY : heaviest.mark();
        return new Entry(line.code(), line.name(), mark,
                heaviest == BlankState.FILLED && textMissing ? Mark.EMPTY.word() : heaviest.words(),
                line.blanks().isEmpty() ? line.code() : line.blanks().getFirst());
    }

    private static Group withoutBlanks(Sheet.Group group, List<Entry> items) {
        if (group.lines().stream().noneMatch(Sheet.Line::editable)) {
            return new Group(group.number(), group.name(), "", Mark.LOCKED, Text.of("fill.rail.summed"), items);
        }
        boolean missing = items.stream().anyMatch(item -> item.mark() == Mark.EMPTY);
        return new Group(group.number(), group.name(), "", missing ? Mark.EMPTY : Mark.DONE,
                Text.of(missing ? "fill.rail.textsMissing" : "fill.rail.texts"), items);
    }

    private static int count(List<BlankContent> blanks, BlankState state) {
        return (int) blanks.stream().filter(blank -> blank.state() == state).count();
    }

    private static boolean isOpen(BlankContent blank) {
        return blank.state() == BlankState.EMPTY || blank.state() == BlankState.UNREADABLE || blank.shown().isEmpty();
    }
}
