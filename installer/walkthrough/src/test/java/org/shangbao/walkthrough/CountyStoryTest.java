package org.shangbao.walkthrough;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.ui.common.Language;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.units.UnitCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A county's part of one period as it is lived: a real data folder, the real window, real paper. */
class CountyStoryTest {
    private static final String CITY = "460100";
    private static final PeriodId LAST = new PeriodId("2024-08");
    private static final PeriodId NOW = new PeriodId("2024-10");
    private static final KeyCombination.Modifier CONTROL = KeyCombination.CONTROL_DOWN;
    private static final List<String> ZEROS = List.of("4.3.3", "4.3.4", "5.1.3", "5.1.6", "5.1.7");

    @TempDir
    private Path folder;
    private final UnitTree tree = new UnitTree(UnitCsv.shipped().all().stream()
            .filter(unit -> List.of("000000", DemoTree.PROVINCE, CITY, DemoTree.RETURNED_COUNTY).contains(unit.id().value())).toList());
    private final Unit county = tree.all().stream().filter(unit -> unit.id().value().equals(DemoTree.RETURNED_COUNTY)).findFirst()
            .orElseThrow();
    private DemoFolders folders;
    private ServerAdmin admin;
    private DemoOffice office;
    private int port;

    @Test
    void aCountyFillsChecksAndFinalizesOneOctober() throws Exception {
        folders = DemoFolders.create(folder.resolve("out"), folder.resolve("work"));
        port = ServerProcess.freePort();
        prepareServer();
        try (DemoWindow windows = new DemoWindow(folders.screens());
                DemoOffice city = enrol(unit(CITY));
                DemoOffice enrolled = enrol(county)) {
            office = enrolled.in(LAST);
            try (ServerProcess server = ServerProcess.start(folders.server(), port)) {
                reportLastPeriod(city.in(LAST));
            }
            office = enrolled.in(NOW);
            thePeriodComesOnAStick(windows);
            mostOfTheFormIsThere();
            try (OfficeWindow window = windows.open(office)) {
                oneTaskIsOwed(window);
                figuresAreTypedAsPeopleType(window);
                allIsThereAfterAPowerCut(windows);
                aFigureInTheWrongUnitIsNoticed(window);
                lastPeriodsTextIsTakenOver(window);
                theRestIsFilledWithZeros(window);
                findingsAreExplained(window);
                theDraftIsLookedAtWithoutANetworkHere(window, windows, city.in(NOW));
                try (ServerProcess server = ServerProcess.start(folders.server(), port)) {
                    anOldPageAmongNewOnesIsNamed(window);
                }
            }
        }
    }

    private DemoOffice enrol(Unit unit) throws Exception {
        return DemoOffice.enrol(unit, folders.data(unit), folders, new DemoCounts(), Clock.systemUTC());
    }

    private Unit unit(String id) { return tree.all().stream().filter(unit -> unit.id().value().equals(id)).findFirst().orElseThrow(); }

    private void prepareServer() throws IOException {
        admin = new ServerAdmin(folders.server(), Clock.systemUTC());
        Path units = Files.writeString(folders.work().resolve("units.csv"), DemoTree.csv(tree));
        admin.run("init", "--url", "http://127.0.0.1:" + port, "--units", units.toString());
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        period(LAST, hour.minus(Duration.ofDays(62)), hour.minus(Duration.ofDays(52)));
        person(county, "王桂兰", "FILLER");
        person(unit(CITY), "李建国", "REVIEWER");
    }

    private void person(Unit unit, String name, String role) throws IOException {
        admin.run("users", "add", "--unit", unit.id().value(), "--account", "u" + unit.id(), "--name", name, "--telephone", "0898-55501",
                "--role", role);
        admin.run("users", "enrol", "--unit", unit.id().value(), "--out", folders.enrolment(unit).toString());
    }

    private void period(PeriodId period, Instant opens, Instant due) throws IOException {
        for (Unit unit : tree.all()) {
            admin.run("windows", "set", "--period", period.value(), "--unit", unit.id().value(), "--opens", opens.toString(), "--due",
                    due.toString());
        }
    }

    private void reportLastPeriod(DemoOffice city) throws Exception {
        Map<String, String> figures = SampleFigures.county(county.id());
        figures.put("5.1.2", "3");
        office.type(figures);
        office.narrate("2.1", SampleTexts.kindergartenPlan(county, SampleFigures.county(county.id(), "2.1.1")));
        office.attach("2.1", "布局规划.pdf", county.name());
        office.explainFindings();
        office.finalizeReport();
        office.printSignAndScan();
        office.submitAndSend();
        var reviews = city.client().reviews();
        reviews.approve(office.report(), reviews.open(office.report()).report().revision(), "");
        office.send();
    }

    /** Line 2: the period was opened after the 授权文件 was written; what the server says of it comes on a stick. */
    private void thePeriodComesOnAStick(DemoWindow windows) throws Exception {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        period(NOW, hour.minus(Duration.ofDays(1)), hour.plus(Duration.ofDays(9)).plus(Duration.ofHours(2)));
        Path stick = folder.resolve("period.sbp");
        admin.run("packages", "write", "--unit", county.id().value(), "--out", stick.toString());
        try (OfficeWindow window = windows.open(office)) {
            assertFalse(window.sees("2024年10月 双月报"));
            window.layOut(stick);
            window.press(KeyCode.O, CONTROL);
            assertTrue(window.sees("新的填报任务：2024年10月"), () -> String.join("|", window.words()));
            assertTrue(window.sees("还剩 9 天"), () -> String.join("|", window.words()));
            window.picture("story-period-package");
        }
    }

    /** Line 9: by file to the city, which has a link; its answer by file back; nothing locked, nothing printed. */
    private void theDraftIsLookedAtWithoutANetworkHere(OfficeWindow window, DemoWindow windows, DemoOffice city) throws Exception {
        Path up = folder.resolve("up.sbp");
        Path down = folder.resolve("down.sbp");
        window.go("home", "");
        window.click("送预审…");
        window.layOut(up);
        window.press(KeyCode.ENTER, CONTROL);
        assertTrue(window.sees("没有网络，草稿放在待发里"), () -> String.join("|", window.words()));
        window.picture("story-package-offer");
        window.press(KeyCode.ENTER, CONTROL);
        assertEquals(county.name() + "-2024年10月-送预审.sbp", window.suggestedName());
        assertTrue(window.sees("第 1 次送的草稿已存成上报数据包"), () -> String.join("|", window.words()));
        window.picture("story-package-saved");

        try (ServerProcess server = ServerProcess.start(folders.server(), port)) {
            city.send();
            try (OfficeWindow above = windows.open(city)) {
                carriedAndAnswered(above, up, down);
            }
        }

        window.layOut(down);
        window.press(KeyCode.O, CONTROL);
        assertTrue(window.sees("送预审的草稿 1 份已送达"), () -> String.join("|", window.words()));
        assertTrue(window.sees("约是上期的10倍，请核对"), () -> String.join("|", window.words()));
        window.picture("story-package-answer");
        window.use(Language.ENGLISH);
        window.picture("story-package-answer-en");
        window.use(Language.CHINESE);
        window.click("去看看");
        assertEquals("fill", window.screen());
        window.type("3.3.2", SampleFigures.county(county.id(), "3.3.2"));
        ReportDraft draft = office.client().reports().open(office.report());
        assertEquals(SampleFigures.county(county.id(), "3.3.2"), draft.figures().get("3.3.2").value().canonical());
        assertEquals(ReportStatus.IN_PRE_REVIEW, draft.status());
        assertEquals(0, draft.number(), "nothing was generated, so nothing was printed");
        window.press(KeyCode.F9);
    }

    private void carriedAndAnswered(OfficeWindow above, Path up, Path down) {
        above.go("review", NOW.value());
        above.layOut(up);
        above.press(KeyCode.O, CONTROL);
        assertTrue(above.sees(county.name() + " 2024年10月 的数据包已转给服务器，收下 1 件"), () -> String.join("|", above.words()));
        above.go("review", county.id().value());
        above.press(KeyCode.F2);
        assertEquals("reason-3-3-2", above.focus());
        above.write("约是上期的10倍，请核对");
        above.picture("story-package-review");
        above.press(KeyCode.ENTER, CONTROL);
        assertTrue(above.sees("的草稿已答复。"), () -> above.focus() + String.join("|", above.words()));
        above.go("review", county.id().value());
        above.layOut(down);
        above.click("导出回复包…");
        assertEquals(county.name() + "-2024年10月-回复.sbp", above.suggestedName());
        assertTrue(above.sees("只有该单位打得开"), () -> String.join("|", above.words()));
        above.picture("story-package-reply");
        above.use(Language.ENGLISH);
        above.picture("story-package-reply-en");
    }

    /** Lines 2 and 12 of the story: what is owed, and until when. */
    private void oneTaskIsOwed(OfficeWindow window) {
        assertTrue(window.sees("2024年10月 双月报"));
        assertTrue(window.sees("还剩 9 天"), () -> String.join("|", window.words()));
        window.press(KeyCode.ENTER, CONTROL);
        assertEquals("fill", window.screen());
    }

    /** Most of the form, so that the window has to be used for what matters only. */
    private void mostOfTheFormIsThere() throws ReportingException {
        Map<String, String> figures = SampleFigures.county(county.id());
        ZEROS.forEach(figures::remove);
        List.of("2.1.1", "3.4.3", "5.1.1").forEach(figures::remove);
        figures.put("5.1.2", "3");
        figures.put("3.3.2", figures.get("3.3.2") + "0");
        office.type(figures);
    }

    /** Line 4: full-width digits, a unit behind the figure. */
    private void figuresAreTypedAsPeopleType(OfficeWindow window) throws Exception {
        window.type("3.4.3", "２所");
        window.type("2.1.1", "1.2万人");
        assertEquals("2", stored("3.4.3"));
        assertEquals("12000", stored("2.1.1"));
    }

    private String stored(String code) throws Exception {
        return office.client().reports().open(office.report()).figures().get(code).value().canonical();
    }

    /** The disk as it is at this moment, opened by another process's eyes. */
    private void allIsThereAfterAPowerCut(DemoWindow windows) throws Exception {
        Path data = folders.data(county);
        Path copy = folder.resolve("after-the-cut");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(data.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        ReportDraft before = office.client().reports().open(office.report());
        try (DemoOffice again = DemoOffice.open(county, copy, folders, new DemoCounts(), Clock.systemUTC()).in(NOW)) {
            assertEquals(before.figures(), again.client().reports().open(office.report()).figures());
            try (OfficeWindow window = windows.open(again)) {
                window.press(KeyCode.ENTER, CONTROL);
                assertEquals("blank-2-1-1", window.focus(), "where the last figure was typed");
            }
        }
    }

    /** Line 5. */
    private void aFigureInTheWrongUnitIsNoticed(OfficeWindow window) throws Exception {
        String right = SampleFigures.county(county.id(), "5.1.1");
        window.type("5.1.1", right.replace(".", "") + "000");
        assertTrue(window.sees("是否" + right), () -> String.join("|", window.words()));
        window.click("改为 " + right);
        assertEquals(right, stored("5.1.1"));
    }

    /** Line 6: taken over, one line changed. */
    private void lastPeriodsTextIsTakenOver(OfficeWindow window) throws Exception {
        window.go("fill", "2.1");
        window.press(KeyCode.D, CONTROL);
        window.picture("story-carried");
        window.press(KeyCode.D, CONTROL);
        window.press(KeyCode.END, CONTROL);
        window.write("另新增布点一处。");
        window.press(KeyCode.TAB);
        ReportDraft draft = office.client().reports().open(office.report());
        assertTrue(draft.narratives().get("2.1").endsWith("另新增布点一处。"), draft.narratives()::toString);
        assertEquals("布局规划.pdf", draft.attachments().get("2.1").getFirst().fileName());
        assertTrue(draft.broughtForward().unconfirmed().isEmpty(), draft.broughtForward().unconfirmed()::toString);
    }

    /** Line 7: the list comes first. */
    private void theRestIsFilledWithZeros(OfficeWindow window) throws Exception {
        window.click("其余填 0…");
        assertTrue(window.sees("还有 " + ZEROS.size() + " 个空没填，填 0 吗"), () -> String.join("|", window.words()));
        window.picture("story-zeros");
        window.press(KeyCode.ENTER, CONTROL);
        for (String code : ZEROS) {
            assertEquals("0", stored(code), code);
        }
    }

    /** Line 8: an assurance is no reason; last period's words are offered. */
    private void findingsAreExplained(OfficeWindow window) throws Exception {
        window.press(KeyCode.F9);
        assertEquals("check", window.screen());
        assertTrue(window.sees("寄宿生数 53180 人，上期 5318 人，相差超过 50%"));
        window.press(KeyCode.F2);
        window.write("新建寄宿制学校一所，本学期集中安排寄宿。");
        window.press(KeyCode.F8);
        window.press(KeyCode.F2);
        window.write("核实无误");
        assertTrue(window.sees("还不够"), () -> String.join("|", window.words()));
        window.picture("story-check");
        window.click("引用上期说明");
        window.press(KeyCode.ENTER, CONTROL);
        assertTrue(office.client().reports().open(office.report()).explanations().containsValue(SampleTexts.explanation()),
                () -> String.join("|", window.words()));
    }

    /** Line 10: unlocked without a reason, since nothing was sent; an old page in the new stack is named. */
    private void anOldPageAmongNewOnesIsNamed(OfficeWindow window) throws Exception {
        window.type("5.1.2", "4");
        window.press(KeyCode.F9);
        finalizeIn(window);
        Path first = office.printed();
        Path firstScan = office.scanned(first);
        window.go("paper", "");
        window.click("解锁修改…");
        window.picture("story-unlock");
        window.press(KeyCode.ENTER, CONTROL);
        assertEquals(ReportStatus.DRAFT, office.client().reports().open(office.report()).status(), () -> String.join("|", window.words()));
        window.type("5.1.2", "3");
        window.press(KeyCode.F9);
        finalizeIn(window);
        Path second = office.scanned(office.printed());
        office.offerWrongStack(PageSwap.replacePage(second, firstScan, 2, folders.scan(Path.of("mixed.pdf"))), 2, 1);
        window.go("paper", "");
        assertTrue(window.sees("第2页") || window.sees("第 2 页"), () -> String.join("|", window.words()));
        window.picture("story-old-page");
        office.client().papers().takeScan(office.report(), List.of(second));
        window.go("paper", "");
        window.press(KeyCode.F12);
        window.picture("story-submit");
        window.press(KeyCode.ENTER, CONTROL);
        assertEquals(ReportStatus.SUBMITTED, office.client().reports().open(office.report()).status(),
                () -> String.join("|", window.words()));
        office.send();
    }

    /** Asked for and confirmed by the key both buttons carry. */
    private void finalizeIn(OfficeWindow window) throws Exception {
        assertEquals("check", window.screen());
        window.press(KeyCode.ENTER, CONTROL);
        window.press(KeyCode.ENTER, CONTROL);
        assertEquals(ReportStatus.FINALIZED, office.client().reports().open(office.report()).status(),
                () -> String.join("|", window.words()));
        assertEquals("paper", window.screen());
    }
}
