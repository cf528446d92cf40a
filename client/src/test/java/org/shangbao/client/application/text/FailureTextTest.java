package org.shangbao.client.application.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.ScanFault;
import org.shangbao.paper.ScanProblem;
import org.shangbao.paper.ScanRefusal;
import org.shangbao.wire.v1.WireJson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FailureTextTest {
    private static final FailureText CHINESE = new FailureText(Locale.SIMPLIFIED_CHINESE);
    private static final FailureText ENGLISH = new FailureText(Locale.ENGLISH);

    @Test
    void tellsTheServersReasonsInTheReadersWords() {
        // as the server writes it, see docs/formats/sync-v1.md
        Map<String, String> details = Map.of("problems", "revision {expected=3, found=2, page=3, position=1}", "faults", """
                [{"code":"revision","values":{"position":"1","page":"3","found":"2","expected":"3"}},
                 {"code":"unreadable","values":{"file":"盖章.pdf","reason":"TRUNCATED"}},{"code":"missing","values":{"page":"4"}}]""");

        assertEquals("扫描件没有通过检查：扫描件第1张是第2稿的第3页，现在是第3稿，请换成新打印的这一页；“盖章.pdf”读不出来：文件不完整；缺第4页。"
                + "数据没有变动，其余各页已收好。", CHINESE.sentence(ErrorCode.SCAN_REFUSED, details));
        assertTrue(ENGLISH.sentence(ErrorCode.SCAN_REFUSED, details).contains("page 3 of revision 2; this is revision 3"));
    }

    @Test
    void saysSoWhenAReasonIsUnknownOrUnreadable() {
        for (String faults : List.of("[{\"code\":\"moon\",\"values\":{}}]", "WrongUnit[position=1]", "[null]", "[{\"code\":1}]")) {
            String sentence = CHINESE.sentence(ErrorCode.SCAN_REFUSED, Map.of("faults", faults));
            assertTrue(sentence.contains("原因本程序读不出来"), sentence);
            assertFalse(sentence.contains("moon") || sentence.contains("WrongUnit"), sentence);
        }
    }

    @Test
    void hasASentenceInBothLanguagesForEveryProblemOfAScan() {
        PageDigest digest = PageDigest.ofSha256Hex("0".repeat(64));
        ExpectedPaper expected = new ExpectedPaper(new UnitId("210921"), new PeriodId("2024-10"), PageKind.REPORT, 3, 4, digest);
        List<ScanProblem> problems = List.of(new ScanProblem.Unreadable(1, ScanRefusal.EMPTY), new ScanProblem.NoCode(1),
                new ScanProblem.Foreign(1), new ScanProblem.CodesDisagree(1), new ScanProblem.WrongUnit(1, new UnitId("210922")),
                new ScanProblem.WrongPeriod(1, new PeriodId("2024-08")), new ScanProblem.WrongKind(1, PageKind.SIGN_OFF),
                new ScanProblem.WrongKind(1, PageKind.REPORT), new ScanProblem.WrongRevision(1, 2, 2),
                new ScanProblem.WrongDigest(1, 2, digest), new ScanProblem.WrongPageCount(1, 5), new ScanProblem.NeverOnPaper(1, 2),
                new ScanProblem.MissingPage(2), new ScanProblem.DuplicatePage(2, List.of(1, 3)));
        assertEquals(ScanProblem.class.getPermittedSubclasses().length, problems.stream().map(Object::getClass).distinct().count());

        for (FailureText texts : List.of(CHINESE, ENGLISH)) {
            for (ScanProblem problem : problems) {
                ScanFault[] sent = { ScanFault.of(expected, problem) };
                String faults = new String(WireJson.write(sent), StandardCharsets.UTF_8);
                String sentence = texts.sentence(ErrorCode.SCAN_REFUSED, Map.of("faults", faults));
                assertFalse(sentence.contains("{") || sentence.contains("[") || sentence.contains("原因本程序") || sentence.contains("upgrade"),
                        sentence);
            }
            for (ScanRefusal refusal : ScanRefusal.values()) {
                String sentence = texts.sentence(ScanFault.unreadable(1, refusal));
                assertFalse(sentence.contains(refusal.name()), sentence);
            }
        }
    }
}
