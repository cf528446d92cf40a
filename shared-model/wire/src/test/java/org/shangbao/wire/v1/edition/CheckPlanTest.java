package org.shangbao.wire.v1.edition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shangbao.model.check.CheckContext;
import org.shangbao.model.check.CheckPlan;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.ReportChecker;
import org.shangbao.model.check.ScanState;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.edition.Item;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.FormLevel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever stands in a report and whichever figure is changed: asking only the rules about it says what asking all of them says. */
class CheckPlanTest {
    private static final FormEdition EDITION = new EditionLoader().official();
    private static final int REPORTS = 150;

    @ParameterizedTest
    @EnumSource(value = FormLevel.class, names = { "COUNTY", "PROVINCE" })
    void askingOnlyTheRulesAboutAFigureSaysWhatAskingAllSays(FormLevel form) {
        CheckPlan plan = CheckPlan.of(EDITION, form);
        List<String> asked = EDITION.figuresOf(form).stream().map(FigureDefinition::code).toList();
        Random random = new Random(20261122);
        Set<List<String>> changes = new HashSet<>();
        for (int report = 0; report < REPORTS; report++) {
            TreeMap<String, FigureValue> figures = figures(random);
            CheckContext before = context(form, random, figures);
            List<Finding> findings = ReportChecker.check(before);
            for (int change = 0; change < 4; change++) {
                String code = asked.get(random.nextInt(asked.size()));
                figures.put(code, value(random));
                CheckContext after = withFigures(before, figures);
                List<Finding> expected = ReportChecker.check(after);
                assertEquals(expected, plan.recheck(after, findings, code), () -> "after a change of " + code);
                changes.add(expected.stream().map(Finding::message).toList());
                before = after;
                findings = expected;
            }
        }
        assertTrue(changes.size() > REPORTS, "the changes must matter to the rules: " + changes.size());
    }

    private static CheckContext context(FormLevel form, Random random, TreeMap<String, FigureValue> figures) {
        TreeMap<String, String> texts = new TreeMap<>();
        Set<String> designated = new HashSet<>();
        for (Item item : EDITION.items()) {
            if (item.narrative() != null && random.nextBoolean()) {
                texts.put(item.code(), "字".repeat(random.nextInt(900)));
            }
            if (random.nextInt(4) == 0) {
                designated.add(item.code());
            }
        }
        ReportContent content = new ReportContent(figures, texts, new TreeMap<>(), new TreeMap<>());
        CheckContext context = CheckContext.of(EDITION, form, new PeriodId("2024-10"), content).withDesignated(designated)
                .withScan(random.nextBoolean() ? ScanState.ACCEPTED : ScanState.NOT_ACCEPTED);
        return random.nextInt(3) == 0
                ? context
                : context.withPrevious(new PeriodId(random.nextBoolean() ? "2024-08" : "2023-12"),
                        ReportContent.EMPTY.withFigures(figures(random)));
    }

    private static CheckContext withFigures(CheckContext context, TreeMap<String, FigureValue> figures) {
        return new CheckContext(context.edition(), context.form(), context.period(), context.content().withFigures(figures),
                context.known(),
                context.previousPeriod(), context.previous(), context.designated(), context.scan());
    }

    private static TreeMap<String, FigureValue> figures(Random random) {
        TreeMap<String, FigureValue> figures = new TreeMap<>();
        EDITION.figures().keySet().forEach(code -> figures.put(code, value(random)));
        return figures;
    }

    private static FigureValue value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> FigureValue.MISSING;
            case 1 -> FigureValue.NOT_APPLICABLE;
            case 2 -> FigureValue.of(BigDecimal.ZERO);
            case 3 -> FigureValue.of(BigDecimal.valueOf(random.nextInt(1_000_000)));
            case 4 -> FigureValue.of(BigDecimal.valueOf(random.nextInt(100_000), 2));
            default -> FigureValue.of(BigDecimal.valueOf(random.nextInt(40)));
        };
    }
}
