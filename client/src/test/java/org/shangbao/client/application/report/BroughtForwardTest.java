package org.shangbao.client.application.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.OfficeFixture;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.launcher.ClientRuntime;
import org.shangbao.model.check.Finding;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.ReportId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Answers taken over, confirmed, undone and noted, on an office's real store that is closed and opened again. */
class BroughtForwardTest {
    private static final ReportId REPORT = ReportId
            .parse(OfficeFixture.UNIT + "/" + OfficeFixture.PERIOD + "/" + OfficeFixture.EDITION);
    private static final Attachment FILE = new Attachment("布局规划.pdf", "a".repeat(64), 2048);

    @TempDir
    private static Path enrolledOnce;
    @TempDir
    private Path folder;
    private OfficeFixture office;

    @BeforeAll
    static void enrol() throws Exception { new OfficeFixture(enrolledOnce).enrolled("http://127.0.0.1:9"); }

    @BeforeEach
    void copyOffice() throws Exception { office = new OfficeFixture(folder).copyOf(enrolledOnce); }

    /** Work on the opened office. */
    private interface Work<T> {
        T on(ReportService reports) throws ReportingException;
    }

    private <T> T opened(Work<T> work) throws Exception {
        try (ClientRuntime client = ClientRuntime.open(office.data(),
                Files.readString(office.unlockFile()).strip().getBytes(StandardCharsets.UTF_8),
                Clock.fixed(OfficeFixture.NOW, ZoneOffset.UTC), Locale.ROOT)) {
            return work.on(client.reports());
        }
    }

    @Test
    void whatWasTakenOverWaitsThroughARestartAndBlocksFinalizingUntilItIsConfirmed() throws Exception {
        List<Answer> taken = List.of(new Answer.Figure("3.2.1", "4", true), new Answer.Narrative("2.1", "布局规划已调整。", true),
                new Answer.Files("2.1", List.of(FILE), true));
        opened(reports -> reports.put(REPORT, taken));
        ReportDraft draft = opened(reports -> reports.open(REPORT));
        assertEquals(Set.of(AnswerKey.figure("3.2.1"), AnswerKey.narrative("2.1"), AnswerKey.files("2.1")),
                draft.broughtForward().unconfirmed());
        assertEquals("沿用上期的 2 处还没有确认：2.1、3.2.1。看过后按 Ctrl+D 确认，或改成本期的内容。", unconfirmed(draft).message());
        assertEquals(List.of("2.1", "3.2.1"), unconfirmed(draft).codes());
        assertEquals(ErrorCode.FINDINGS_OPEN,
                assertThrows(ReportingException.class, () -> opened(reports -> reports.finalizeReport(REPORT))).error());
        ReportDraft confirmed = opened(reports -> reports.put(REPORT, taken.stream().map(Answer::confirmed).toList()));
        assertEquals(Set.of(), confirmed.broughtForward().unconfirmed());
        assertTrue(confirmed.findings().stream().noneMatch(finding -> finding.ruleId().equals(Answers.UNCONFIRMED)));
        assertEquals("4", confirmed.figures().get("3.2.1").value().canonical());
        assertEquals(List.of(FILE), confirmed.attachments().get("2.1"));
    }

    @Test
    void typingOverWhatWasTakenOverConfirmsIt() throws Exception {
        ReportDraft draft = opened(reports -> {
            reports.put(REPORT, List.of(new Answer.Figure("3.2.1", "4", true)));
            reports.saveFigure(REPORT, "3.2.1", "5");
            return reports.open(REPORT);
        });
        assertEquals(Set.of(), draft.broughtForward().unconfirmed());
    }

    @Test
    void wrongTextIsKeptAsTypedThroughARestart() throws Exception {
        opened(reports -> reports.put(REPORT, List.of(new Answer.Figure("3.3.2", "　六千多 ", false))));
        DraftFigure figure = opened(reports -> reports.open(REPORT)).figures().get("3.3.2");
        assertEquals("　六千多 ", figure.typed());
        assertEquals(ErrorCode.NOT_A_NUMBER, figure.problem());
        assertTrue(figure.value().value().isEmpty());
    }

    @Test
    void oneRefusedAnswerLeavesAllOfThemUndone() throws Exception {
        List<Answer> answers = List.of(new Answer.Figure("3.2.1", "4", false), new Answer.Figure("3.2.2", "1".repeat(201), false));
        assertEquals(ErrorCode.NOT_A_NUMBER,
                assertThrows(ReportingException.class, () -> opened(reports -> reports.put(REPORT, answers))).error());
        List<Answer> foreign = List.of(new Answer.Figure("3.2.1", "4", false), new Answer.Narrative("6.1", "省级填写。", false));
        assertEquals(ErrorCode.ITEM_UNKNOWN,
                assertThrows(ReportingException.class, () -> opened(reports -> reports.put(REPORT, foreign))).error());
        List<Answer> tooLong = List.of(new Answer.Figure("3.2.1", "4", false), new Answer.Narrative("2.1", "好".repeat(4001), false));
        assertEquals(ErrorCode.TEXT_TOO_LONG,
                assertThrows(ReportingException.class, () -> opened(reports -> reports.put(REPORT, tooLong))).error());
        assertEquals("", opened(reports -> reports.open(REPORT)).figures().get("3.2.1").typed());
    }

    @Test
    void anUndoneAnswerIsWrittenBackWithItsMark() throws Exception {
        ReportDraft draft = opened(reports -> {
            ReportDraft before = reports.put(REPORT, List.of(new Answer.Figure("3.2.1", "4", true)));
            Answer kept = Answers.now(before, AnswerKey.figure("3.2.1"));
            reports.put(REPORT, List.of(kept.confirmed()));
            return reports.put(REPORT, List.of(kept));
        });
        assertEquals(Set.of(AnswerKey.figure("3.2.1")), draft.broughtForward().unconfirmed());
    }

    @Test
    void theOfficesOwnWordsStayForTheNextPeriods() throws Exception {
        opened(reports -> reports.putFigureNote(REPORT, "3.3.2", "含中心校寄宿部"));
        assertEquals(Map.of("3.3.2", "含中心校寄宿部"), opened(reports -> reports.open(REPORT)).broughtForward().notes());
        assertEquals(ErrorCode.TEXT_TOO_LONG, assertThrows(ReportingException.class,
                () -> opened(reports -> reports.putFigureNote(REPORT, "3.3.2", "字".repeat(501)))).error());
        assertEquals(Map.of(), opened(reports -> reports.putFigureNote(REPORT, "3.3.2", "")).broughtForward().notes());
    }

    @Test
    void zeroIsOfferedForWhatIsEmptyOnlyAndNotForWhatCannotBeRead() throws Exception {
        ReportDraft draft = opened(reports -> reports.put(REPORT, List.of(new Answer.Figure("1.1.1", "六", false),
                new Answer.Figure("1.1.2", "0", false))));
        List<Answer> zeros = Answers.zeros(draft);
        assertEquals(47, zeros.size());
        assertEquals(new Answer.Figure("1.2.1", "0", false), zeros.getFirst());
    }

    @Test
    void aFigureBeingTypedIsCheckedWithoutBeingStored() throws Exception {
        ReportDraft draft = opened(reports -> reports.put(REPORT, List.of(new Answer.Figure("3.4.1", "19", false))));
        ReportDraft preview = new LiveCheck().preview(draft, "3.4.2", "２３所").orElseThrow();
        assertTrue(preview.findings().stream().anyMatch(finding -> finding.message().contains("多于乡村小规模学校")));
        assertEquals(List.of(), draft.findings().stream().filter(finding -> finding.message().contains("多于乡村小规模学校")).toList());
        assertTrue(new LiveCheck().preview(draft, "3.4.2", "2-").isEmpty(), "half a number is no mistake yet");
    }

    private static Finding unconfirmed(ReportDraft draft) {
        return draft.findings().stream().filter(finding -> finding.ruleId().equals(Answers.UNCONFIRMED)).findFirst().orElseThrow();
    }
}
