package org.shangbao.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ScanCheckTest {
    private static final ExpectedPaper EXPECTED = PaperFixture.EXPECTED;
    private static final QrText FIRST = EXPECTED.page(1);
    private static final QrText SECOND = EXPECTED.page(2);
    private static final QrText THIRD = EXPECTED.page(3);

    @Test
    void acceptsAllPagesInAnyOrderAndPutsThemInOrder() {
        List<ScanPage> scan = pages(THIRD, FIRST, SECOND);
        assertEquals(new ScanVerdict.Accepted(List.of(scan.get(1), scan.get(2), scan.get(0)), List.of()), check(scan));
    }

    @Test
    void acceptsAPaperOfOnePage() {
        ExpectedPaper single = new ExpectedPaper(EXPECTED.unit(), EXPECTED.period(), PageKind.SIGN_OFF, 1, 1, EXPECTED.digest());
        List<ScanPage> scan = pages(single.page(1));
        assertEquals(new ScanVerdict.Accepted(scan, List.of()), ScanCheck.check(single, new ScanReading.Read(scan)));
    }

    @Test
    void acceptsBlankBacksAndForeignCodesWhenNoPageIsMissing() {
        List<ScanPage> scan = new ArrayList<>(pages(FIRST, SECOND, THIRD));
        scan.add(page(4, CodeFinding.NONE, null));
        scan.add(page(5, CodeFinding.FOREIGN, null));
        assertEquals(new ScanVerdict.Accepted(scan.subList(0, 3), scan.subList(3, 5)), check(scan));
    }

    @Test
    void namesUnreadAndForeignPagesWhenAPageIsMissing() {
        List<ScanPage> scan = List.of(page(1, CodeFinding.READ, FIRST), page(2, CodeFinding.NONE, null),
                page(3, CodeFinding.FOREIGN, null));
        assertRefused(scan, new ScanProblem.NoCode(2), new ScanProblem.Foreign(3), new ScanProblem.MissingPage(2),
                new ScanProblem.MissingPage(3));
    }

    @Test
    void refusesAMissingPage() { assertRefused(pages(FIRST, THIRD), new ScanProblem.MissingPage(2)); }

    @Test
    void refusesADoubledPageWithBothPositions() {
        assertRefused(pages(FIRST, SECOND, THIRD, SECOND), new ScanProblem.DuplicatePage(2, List.of(2, 4)));
    }

    @Test
    void refusesAPageWhoseCodesDisagreeEvenIfNoPageIsMissing() {
        List<ScanPage> scan = new ArrayList<>(pages(FIRST, SECOND, THIRD));
        scan.add(page(4, CodeFinding.DISAGREE, null));
        assertRefused(scan, new ScanProblem.CodesDisagree(4));
    }

    @Test
    void refusesPagesOfAnotherUnit() {
        assertRefused(pages(FIRST, changed(SECOND, new UnitId("210922"), SECOND.period(), SECOND.kind(), 3, EXPECTED.digest()), THIRD),
                new ScanProblem.WrongUnit(2, new UnitId("210922")));
    }

    @Test
    void refusesPagesOfAnotherPeriod() {
        assertRefused(pages(FIRST, changed(SECOND, SECOND.unit(), new PeriodId("2024-08"), SECOND.kind(), 3, EXPECTED.digest()), THIRD),
                new ScanProblem.WrongPeriod(2, new PeriodId("2024-08")));
    }

    @Test
    void refusesASignOffSheetInTheReport() {
        assertRefused(pages(FIRST, changed(SECOND, SECOND.unit(), SECOND.period(), PageKind.SIGN_OFF, 3, EXPECTED.digest()), THIRD),
                new ScanProblem.WrongKind(2, PageKind.SIGN_OFF));
    }

    @Test
    void refusesAPageOfAnotherRevisionAndDoesNotCallItMissingAsWell() {
        assertRefused(pages(FIRST, changed(SECOND, SECOND.unit(), SECOND.period(), SECOND.kind(), 2, other()), THIRD),
                new ScanProblem.WrongRevision(2, 2, 2));
    }

    @Test
    void refusesAStrayPageOfAnOldRevisionEvenIfAllPagesAreThere() {
        assertRefused(pages(FIRST, SECOND, THIRD, changed(SECOND, SECOND.unit(), SECOND.period(), SECOND.kind(), 2, other())),
                new ScanProblem.WrongRevision(4, 2, 2));
    }

    @Test
    void refusesOtherFiguresUnderTheSameNumber() {
        assertRefused(pages(FIRST, changed(SECOND, SECOND.unit(), SECOND.period(), SECOND.kind(), 3, other()), THIRD),
                new ScanProblem.WrongDigest(2, 2, other()));
    }

    @Test
    void refusesAPrintWithAnotherNumberOfPages() {
        QrText longer = new QrText(EXPECTED.unit(), EXPECTED.period(), EXPECTED.kind(), EXPECTED.revision(), 4, 4, EXPECTED.digest());
        assertRefused(pages(FIRST, SECOND, THIRD, longer), new ScanProblem.WrongPageCount(4, 4));
    }

    @Test
    void namesTheCoarsestDifferenceOnlyAndKeepsTheOrderOfTheScan() {
        List<ScanPage> scan = List.of(page(1, CodeFinding.NONE, null),
                page(2, CodeFinding.READ, changed(SECOND, new UnitId("X"), new PeriodId("2023-10"), PageKind.SIGN_OFF, 1, other())),
                page(3, CodeFinding.READ, changed(THIRD, THIRD.unit(), THIRD.period(), PageKind.SIGN_OFF, 1, other())));
        assertRefused(scan, new ScanProblem.NoCode(1), new ScanProblem.WrongUnit(2, new UnitId("X")),
                new ScanProblem.WrongKind(3, PageKind.SIGN_OFF),
                new ScanProblem.MissingPage(1));
    }

    @Test
    void passesOnWhyAScanWasNotRead() {
        assertEquals(new ScanVerdict.Refused(List.of(new ScanProblem.Unreadable(2, ScanRefusal.ENCRYPTED))),
                ScanCheck.check(EXPECTED, new ScanReading.Refused(2, ScanRefusal.ENCRYPTED)));
    }

    private static PageDigest other() { return new PageDigest("ABCDEFGHIJKLMNOPQRSTUVWXYZ"); }

    private static QrText changed(QrText text, UnitId unit, PeriodId period, PageKind kind, int revision, PageDigest digest) {
        return new QrText(unit, period, kind, revision, text.page(), text.pages(), digest);
    }

    private static List<ScanPage> pages(QrText... texts) {
        List<ScanPage> pages = new ArrayList<>();
        for (QrText text : texts) {
            pages.add(page(pages.size() + 1, CodeFinding.READ, text));
        }
        return pages;
    }

    private static ScanPage page(int position, CodeFinding finding, QrText code) {
        return new ScanPage(position, 1, position, finding, code, code == null ? 0 : 2, 0, 200, Legibility.GOOD, StampAdvice.NOT_SEEN,
                InkAdvice.NOT_SEEN, false, null);
    }

    private static ScanVerdict check(List<ScanPage> scan) { return ScanCheck.check(EXPECTED, new ScanReading.Read(scan)); }

    private static void assertRefused(List<ScanPage> scan, ScanProblem... problems) {
        assertEquals(new ScanVerdict.Refused(Arrays.asList(problems)), check(scan));
    }
}
