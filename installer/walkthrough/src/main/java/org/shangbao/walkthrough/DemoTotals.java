package org.shangbao.walkthrough;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.application.review.ReviewService.Submission;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.RollUpRule;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.edition.EditionLoader;

/**
 * What the root sees, compared with a sum that knows nothing of the program's own: values are read out of the canonical revisions one by
 * one, written to {@code values.csv}, and added up from there.
 */
final class DemoTotals {
    private final UnitTree tree;
    private final ReviewService root;
    private final FormEdition edition = new EditionLoader().official();

    DemoTotals(UnitTree tree, ReviewService root) {
        this.tree = tree;
        this.root = root;
    }

    void write(Path out) throws ReportingException, IOException {
        RollUpView national = root.rollUp(Walk.PERIOD, Walk.EDITION);
        List<String> values = new ArrayList<>(List.of("unit,period,code,value"));
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Unit unit : tree.all()) {
            FormLevel form = unit.fills();
            if (form == null || unit.id().value().equals(Walk.DRAFT_COUNTY)) {
                continue;
            }
            Map<String, @Nullable String> figures = root.open(new ReportId(unit.id(), Walk.PERIOD, Walk.EDITION)).report().figures();
            for (FigureDefinition figure : edition.figuresOf(form)) {
                String value = figures.get(figure.code());
                values.add(String.join(",", unit.id().value(), Walk.PERIOD.value(), figure.code(), value == null ? "" : value));
                if (value != null && figure.rollUp() == RollUpRule.SUM) {
                    sums.merge(figure.code(), new BigDecimal(value), BigDecimal::add);
                }
            }
        }
        Files.write(out.resolve("values.csv"), values);
        List<String> lines = new ArrayList<>(List.of("code,value"));
        for (Map.Entry<String, FigureDefinition> figure : edition.figures().entrySet()) {
            String total = national.figures().get(figure.getKey());
            lines.add(figure.getKey() + "," + (total == null ? "" : total));
            BigDecimal sum = sums.get(figure.getKey());
            boolean equal = figure.getValue().rollUp() == RollUpRule.SUM
                    ? total != null && sum != null && sum.compareTo(new BigDecimal(total)) == 0
                    : total == null;
            if (!equal) {
                throw new IllegalStateException("national " + figure.getKey() + " is " + total + ", the revisions add up to " + sum);
            }
        }
        Files.write(out.resolve("national.csv"), lines);
    }

    /** From the national total down to one county's revision and its paper. */
    void goDownTo(String county, String boarders) throws ReportingException {
        String unit = county;
        for (Unit above : tree.chainAbove(new UnitId(county))) {
            String child = unit;
            RollUpView view = root.rollUpOf(above.id().value(), Walk.PERIOD, Walk.EDITION);
            if (view.children().stream().noneMatch(part -> part.unit().equals(child))) {
                throw new IllegalStateException(above.name() + " does not show " + child);
            }
            unit = above.id().value();
        }
        ReportId report = new ReportId(new UnitId(county), Walk.PERIOD, Walk.EDITION);
        Submission submission = root.open(report);
        if (!boarders.equals(submission.report().figures().get("3.3.2"))) {
            throw new IllegalStateException("the root sees " + submission.report().figures().get("3.3.2"));
        }
        String expected = submission.state().revisions().getLast().scan();
        if (expected == null || !expected.equals(Sha256.of(root.scan(report)).hex())) {
            throw new IllegalStateException("the scan the root sees is not the accepted one");
        }
    }
}
