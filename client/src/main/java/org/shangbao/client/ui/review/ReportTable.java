package org.shangbao.client.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FillObligation;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Indicator;
import org.shangbao.model.edition.Item;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ObservationStatus;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.wire.v1.FinalizedReport;

/** Lays one revision out as lines: exceptions first, as on the form, or only what differs from the revision before. */
final class ReportTable {
    private final FormEdition edition;
    private final FinalizedReport report;
    private final @Nullable FinalizedReport before;
    private final ReportContent now;
    private final @Nullable ReportContent then;
    private final @Nullable ReportContent previous;
    private final Map<String, FinalizedReport.Explained> explanations = new HashMap<>();
    private final List<Item> items;

    ReportTable(FormEdition edition, boolean wholeForm, FinalizedReport report, @Nullable FinalizedReport before,
            @Nullable FinalizedReport previous) {
        this.edition = edition;
        this.report = report;
        this.before = before;
        this.now = report.content();
        this.then = before == null ? null : before.content();
        this.previous = previous == null ? null : previous.content();
        this.items = wholeForm ? edition.items() : edition.itemsOf(FormLevel.COUNTY);
        report.explanations().forEach(explained -> explanations.putIfAbsent(explained.code(), explained));
    }

    List<TableRow> exceptionsFirst() {
        List<TableRow> exceptions = new ArrayList<>();
        List<TableRow> quiet = new ArrayList<>();
        List<TableRow> texts = new ArrayList<>();
        for (Item item : items) {
            for (TableRow.Figure figure : figuresOf(item)) {
                (figure.exception() ? exceptions : quiet).add(figure);
            }
            texts.addAll(textsOf(item));
        }
        List<TableRow> rows = new ArrayList<>(exceptions);
        rows.add(new TableRow.Heading(TableRow.Part.QUIET, quiet.size()));
        rows.addAll(quiet);
        if (!texts.isEmpty()) {
            rows.add(new TableRow.Heading(TableRow.Part.TEXTS, texts.size()));
            rows.addAll(texts);
        }
        return rows;
    }

    List<TableRow> asOnTheForm() {
        List<TableRow> rows = new ArrayList<>();
        for (Indicator indicator : edition.indicators()) {
            List<TableRow> answers = new ArrayList<>();
            indicator.items().stream().filter(items::contains).forEach(item -> {
                answers.addAll(figuresOf(item));
                answers.addAll(textsOf(item));
            });
            if (!answers.isEmpty()) {
                rows.add(new TableRow.Group(indicator.number(), indicator.name(), indicator.nameEn()));
                rows.addAll(answers);
            }
        }
        return rows;
    }

    List<TableRow> changedOnly() {
        List<TableRow> rows = new ArrayList<>(asOnTheForm().stream()
                .filter(row -> row instanceof TableRow.Answer answer && answer.changed()).toList());
        if (rows.isEmpty()) {
            rows.add(new TableRow.Heading(TableRow.Part.NOTHING_CHANGED, 0));
        }
        return rows;
    }

    private List<TableRow.Figure> figuresOf(Item item) {
        List<TableRow.Figure> figures = new ArrayList<>();
        for (FigureDefinition figure : item.figures()) {
            String code = figure.code();
            FigureValue value = now.figure(code);
            FigureValue earlier = previous == null ? FigureValue.MISSING : previous.figure(code);
            FigureValue last = then == null ? FigureValue.MISSING : then.figure(code);
            Change change = Change.between(earlier, value);
            FinalizedReport.Explained explained = explanations.get(code);
            boolean empty = value.status() == ObservationStatus.MISSING && item.obligation() == FillObligation.REQUIRED;
            figures.add(new TableRow.Figure(code, figure.label(), figure.labelEn(), figure.unit(), value, earlier, change,
                    then != null && !last.equals(value), last, explained,
                    explained != null || empty || change.isBeyond(Change.UNUSUAL_FOR_A_UNIT)));
        }
        return figures;
    }

    private List<TableRow.Text> textsOf(Item item) {
        String code = item.code();
        String text = now.narrative(code);
        List<String> files = filesOf(report, code);
        if (item.narrative() == null && item.attachment() == null || text.isBlank() && files.isEmpty()
                && item.obligation() == FillObligation.OPTIONAL_UNLESS_DESIGNATED) {
            return List.of();
        }
        boolean changed = before != null && then != null
                && !(then.narrative(code).equals(text) && digestsOf(before, code).equals(digestsOf(report, code)));
        return List.of(new TableRow.Text(code, item.shortName(), item.shortNameEn(), text, files, changed));
    }

    private static List<String> filesOf(FinalizedReport report, String code) {
        return report.attachments().getOrDefault(code, List.of()).stream().map(FinalizedReport.FileReference::fileName).toList();
    }

    private static List<String> digestsOf(FinalizedReport report, String code) {
        return report.attachments().getOrDefault(code, List.of()).stream().map(FinalizedReport.FileReference::sha256).toList();
    }
}
