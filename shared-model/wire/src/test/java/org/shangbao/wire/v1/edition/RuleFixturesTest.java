package org.shangbao.wire.v1.edition;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangbao.model.check.AnswerPart;
import org.shangbao.model.check.CheckContext;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.Finding.Outcome;
import org.shangbao.model.check.ReportChecker;
import org.shangbao.model.check.ScanState;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.unit.FormLevel;

import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every rule of the official edition with a case that passes, one that fails and one that cannot be evaluated. */
class RuleFixturesTest {
    private static final FormEdition EDITION = new EditionLoader().official();
    private static final Map<String, CheckRule> RULES = EDITION.rules().stream()
            .collect(Collectors.toMap(CheckRule::id, Function.identity()));

    record Fixture(String rule, FormLevel form, String figure, Case passed, Case failed, Case cannotEvaluate) {}

    record Case(String period, Map<String, String> figures, Map<String, Integer> narrativeLengths, Set<String> attachments,
            Set<String> designated, ScanState scan, Set<AnswerPart> known, String previousPeriod, Map<String, String> previous) {

        CheckContext context(FormLevel form) {
            ReportContent content = new ReportContent(values(figures), texts(), files(), new TreeMap<>());
            CheckContext context = CheckContext.of(EDITION, form, new PeriodId(period == null ? "2024-10" : period), content)
                    .withKnown(known == null ? EnumSet.allOf(AnswerPart.class) : known)
                    .withScan(scan == null ? ScanState.UNKNOWN : scan);
            if (designated != null) {
                context = context.withDesignated(designated);
            }
            return previousPeriod == null
                    ? context
                    : context.withPrevious(new PeriodId(previousPeriod), ReportContent.EMPTY.withFigures(values(previous)));
        }

        private SortedMap<String, String> texts() {
            SortedMap<String, String> texts = new TreeMap<>();
            (narrativeLengths == null ? Map.<String, Integer>of() : narrativeLengths)
                    .forEach((item, length) -> texts.put(item, "字".repeat(length)));
            return texts;
        }

        private SortedMap<String, List<Attachment>> files() {
            SortedMap<String, List<Attachment>> files = new TreeMap<>();
            (attachments == null ? Set.<String>of() : attachments)
                    .forEach(item -> files.put(item, List.of(new Attachment("说明.pdf", "0".repeat(64), 1))));
            return files;
        }

        private static SortedMap<String, FigureValue> values(Map<String, String> decimals) {
            SortedMap<String, FigureValue> values = new TreeMap<>();
            (decimals == null ? Map.<String, String>of() : decimals).forEach((code, decimal) -> values.put(code, FigureValue.of(decimal)));
            return values;
        }
    }

    record Expectation(Fixture fixture, Outcome outcome, Case situation) {
        @Override
        public String toString() { return fixture.rule() + " " + outcome; }
    }

    static Stream<Expectation> expectations() throws IOException {
        return fixtures().stream().flatMap(fixture -> Stream.of(new Expectation(fixture, Outcome.PASSED, fixture.passed()),
                new Expectation(fixture, Outcome.FAILED, fixture.failed()),
                new Expectation(fixture, Outcome.CANNOT_EVALUATE, fixture.cannotEvaluate())));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void ruleComesOutAsItsFixtureSays(Expectation expectation) {
        Fixture fixture = expectation.fixture();
        CheckContext context = expectation.situation().context(fixture.form());
        assertEquals(expectation.outcome(), ReportChecker.evaluate(RULES.get(fixture.rule()), fixture.figure(), context).outcome());

        String key = fixture.figure() == null ? fixture.rule() : fixture.rule() + "@" + fixture.figure();
        List<Finding> found = ReportChecker.check(context).stream().filter(finding -> finding.key().equals(key)).toList();
        if (expectation.outcome() == Outcome.PASSED) {
            assertEquals(List.of(), found);
        } else {
            assertEquals(List.of(expectation.outcome()), found.stream().map(Finding::outcome).toList());
            assertFalse((found.getFirst().message() + found.getFirst().messageEn()).matches(".*[{}].*"), found.getFirst().toString());
            assertTrue(found.getFirst().messageEn().chars().noneMatch(c -> c >= 0x4E00 && c <= 0x9FFF), found.getFirst().messageEn());
        }
    }

    @Test
    void everyRuleOfTheEditionHasItsThreeFixtures() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Fixture fixture : fixtures()) {
            ids.add(fixture.rule());
            assertTrue(Stream.of(fixture.passed(), fixture.failed(), fixture.cannotEvaluate()).allMatch(situation -> situation != null),
                    fixture.rule());
        }
        assertEquals(89, ids.size());
        assertEquals(EDITION.rules().stream().map(CheckRule::id).collect(Collectors.toSet()), new HashSet<>(ids));
    }

    private static List<Fixture> fixtures() throws IOException {
        try (InputStream in = RuleFixturesTest.class.getResourceAsStream("rule-fixtures.json")) {
            return List.of(JsonMapper.builder().build().readValue(in, Fixture[].class));
        }
    }
}
