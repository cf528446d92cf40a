package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Mark;
import org.shangbao.client.ui.common.Text;
import org.shangbao.client.ui.fill.FillViewModel.BlankContent;
import org.shangbao.client.ui.fill.FillViewModel.RailGroup;
import org.shangbao.client.ui.fill.FillViewModel.RailItem;

/** The list of groups and items at the left, each with how far it is. */
final class Rail {
    private Rail() {}

    static List<RailGroup> of(ReportDraft draft, Map<String, BlankContent> blanks) {
        List<RailGroup> groups = new ArrayList<>();
        for (Sheet.Group group : Sheet.of(draft).groups()) {
            List<RailItem> items = group.lines().stream().map(line -> item(line, draft, blanks)).toList();
            List<BlankContent> own = group.lines().stream().filter(Sheet.Line::editable)
                    .flatMap(line -> line.blanks().stream()).map(blanks::get).toList();
            int filled = (int) own.stream().filter(blank -> !isOpen(blank)).count();
            int wrong = count(own, BlankState.MUST_FIX) + count(own, BlankState.UNREADABLE);
            int toExplain = count(own, BlankState.MUST_EXPLAIN);
            Mark mark = wrong > 0 ? Mark.MUST_FIX : toExplain > 0 ? Mark.MUST_EXPLAIN : filled < own.size() ? Mark.EMPTY : Mark.DONE;
            Text word = wrong > 0
                    ? Text.of("fill.rail.mustFix", wrong)
                    : toExplain > 0
                            ? Text.of("fill.rail.mustExplain", toExplain)
                            : filled < own.size() ? Text.of("fill.rail.empty", own.size() - filled) : Text.of("fill.rail.done");
            groups.add(own.isEmpty()
                    ? withoutBlanks(group, items)
                    : new RailGroup(group.number(), group.name(), filled + "/" + own.size(), mark, word, items));
        }
        return groups;
    }

    private static RailItem item(Sheet.Line line, ReportDraft draft, Map<String, BlankContent> blanks) {
        if (!line.editable()) {
            return new RailItem(line.code(), line.name(), BlankState.FIXED.mark(), BlankState.FIXED.words(),
                    line.blanks().isEmpty() ? line.code() : line.blanks().getFirst());
        }
        BlankState heaviest = line.blanks().stream().map(blanks::get).map(BlankContent::state).min(Enum::compareTo)
                .orElse(BlankState.FILLED);
        boolean textMissing = line.editable() && line.narrative() && draft.narratives().getOrDefault(line.code(), "").isBlank();
        Mark mark = heaviest == BlankState.FILLED && textMissing ? Mark.EMPTY : heaviest.mark();
        return new RailItem(line.code(), line.name(), mark,
                heaviest == BlankState.FILLED && textMissing ? Mark.EMPTY.word() : heaviest.words(),
                line.blanks().isEmpty() ? line.code() : line.blanks().getFirst());
    }

    private static RailGroup withoutBlanks(Sheet.Group group, List<RailItem> items) {
        if (group.lines().stream().noneMatch(Sheet.Line::editable)) {
            return new RailGroup(group.number(), group.name(), "", Mark.LOCKED, Text.of("fill.rail.summed"), items);
        }
        boolean missing = items.stream().anyMatch(item -> item.mark() == Mark.EMPTY);
        return new RailGroup(group.number(), group.name(), "", missing ? Mark.EMPTY : Mark.DONE,
                Text.of(missing ? "fill.rail.textsMissing" : "fill.rail.texts"), items);
    }

    private static int count(List<BlankContent> blanks, BlankState state) {
        return (int) blanks.stream().filter(blank -> blank.state() == state).count();
    }

    private static boolean isOpen(BlankContent blank) {
        return blank.state() == BlankState.EMPTY || blank.state() == BlankState.UNREADABLE || blank.shown().isEmpty();
    }
}
