package org.shangbao.walkthrough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.application.review.ReviewService.MissingUnits;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.units.UnitCsv;

/**
 * The report walked once: enrolment, filling, checks, paper, scan, submitting, review with a return, roll-up, sign-off, totals. Every step
 * fails the demo when its outcome is not what it should be; nothing is only printed.
 */
final class Walk {
    static final PeriodId PERIOD = new PeriodId("2023-10");
    static final EditionId EDITION = new EditionId("moe-jjs-bimonthly-2023-10");
    /** The county that has only a draft at the end. */
    static final String DRAFT_COUNTY = "310151";
    /** The period after, open to one county and its city where a period before is to be seen. */
    private static final PeriodId LATER = new PeriodId("2023-12");
    private static final String LATER_CITY = "460100";
    private static final String LATER_COUNTY = "460106";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DemoFolders folders;
    private final DemoCounts counts;
    private final Clock clock;
    private final StepLog log;
    private final DemoScreens screens;
    private final UnitTree tree;
    private final Map<String, DemoOffice> offices = new LinkedHashMap<>();

    Walk(DemoFolders folders, DemoCounts counts, Clock clock, StepLog log, DemoScreens screens, DemoTree.Size size)
            throws ReportingException {
        this.folders = folders;
        this.counts = counts;
        this.clock = clock;
        this.log = log;
        this.screens = screens;
        this.tree = new UnitTree(DemoTree.of(List.copyOf(UnitCsv.shipped().all()), size));
    }

    /** Runs the whole story. */
    void run() throws ReportingException, IOException {
        counts.units(tree.all().size());
        int port = ServerProcess.freePort();
        log.step("prepare", "服务器初始化，导入单位表，下发授权文件", () -> prepareServer(port));
        try (ServerProcess server = log.start("server", "启动服务器（独立进程）", () -> ServerProcess.start(folders.server(), port))) {
            log.step("enrol", "各单位装入授权文件", this::enrolOffices);
            log.step("county-window", "秀英区在窗口里填报",
                    () -> screens.fillCounty(county(DemoTree.RETURNED_COUNTY), figuresOf(county(DemoTree.RETURNED_COUNTY))));
            log.step("counties", "各县填报、校验、生成报表、打印、签章、回传、上报", this::reportCounties);
            log.step("city-review", "市级审核", () -> reviewBy(DemoTree.cities(tree), false));
            log.step("province-review", "省级审核，直退一个县", () -> reviewBy(DemoTree.provinces(tree), true));
            log.step("correction", "县级改正，重新打印签章，旧页被拒收，再上报", this::correctReturned);
            log.step("second-review", "市级、省级审核新的一稿", this::reviewCorrected);
            log.step("city-rollup", "市级汇总", this::rollUpCities);
            log.step("province-form", "省级自填、汇总、打印、签章、审签、报部", this::finishProvinces);
            log.step("national", "全国合计，逐级下看到县", this::checkNational);
            log.step("screens", "汇总界面", () -> screens.rollUp(office(DemoTree.PROVINCE), office("460100"), office("000000")));
            if (screens.hasLaterPeriod()) {
                log.step("later", "下一期填报和预审的界面",
                        () -> screens.laterPeriod(office(LATER_COUNTY).in(LATER), office(LATER_CITY).in(LATER)));
                log.step("start", "首次启动和出了问题之后的界面", () -> screens.start(tree));
            }
            log.step("office", "留下一个可以接着用的县级数据文件夹", this::leaveOffice);
        } finally {
            for (DemoOffice office : offices.values()) {
                office.close();
            }
        }
    }

    private void prepareServer(int port) throws IOException {
        Path units = folders.work().resolve("units.csv");
        Files.writeString(units, DemoTree.csv(tree));
        ServerAdmin admin = new ServerAdmin(folders.server(), clock);
        admin.run("init", "--url", "http://127.0.0.1:" + port, "--units", units.toString());
        Instant opens = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(2));
        for (Unit unit : tree.all()) {
            Duration due = switch (unit.level()) {
                case COUNTY -> Duration.ofDays(4);
                case CITY -> unit.fills() == null ? Duration.ofDays(5) : Duration.ofDays(4);
                case PROVINCE, MINISTRY -> Duration.ofDays(6);
            };
            admin.run("windows", "set", "--period", PERIOD.value(), "--unit", unit.id().value(), "--opens", opens.toString(), "--due",
                    opens.plus(due).toString());
        }
        if (screens.hasLaterPeriod()) {
            for (String unit : List.of(LATER_COUNTY)) {
                admin.run("windows", "set", "--period", LATER.value(), "--unit", unit, "--opens", opens.toString(), "--due",
                        opens.plus(Duration.ofDays(9)).toString());
            }
        }
        admin.run("designate", "--period", PERIOD.value(), "--unit", DemoTree.DESIGNATED_COUNTY, "--item", "2.6");
        int number = 0;
        for (Unit unit : tree.all()) {
            List<String> roles = unit.fills() != null && !DemoTree.provinces(tree).contains(unit)
                    ? List.of("FILLER")
                    : List.of("REVIEWER", "FILLER", "OFFICER");
            List<String> add = new ArrayList<>(List.of("users", "add", "--unit", unit.id().value(), "--account",
                    "u" + unit.id().value().toLowerCase(Locale.ROOT), "--name",
                    SampleTexts.personName(number++), "--telephone", "0898-555" + unit.id().value().substring(2)));
            roles.forEach(role -> add.addAll(List.of("--role", role)));
            admin.run(add.toArray(String[]::new));
            admin.run("users", "enrol", "--unit", unit.id().value(), "--out", folders.enrolment(unit).toString());
        }
    }

    private void enrolOffices() throws ReportingException, IOException {
        for (Unit unit : tree.all()) {
            Path data = unit.id().value().equals(DRAFT_COUNTY) ? folders.office() : folders.data(unit);
            offices.put(unit.id().value(), DemoOffice.enrol(unit, data, folders, counts, clock));
        }
    }

    private Map<String, String> figuresOf(DemoOffice office) {
        Map<String, String> figures = SampleFigures.county(office.unit().id());
        if (office.unit().id().value().equals(DemoTree.RETURNED_COUNTY)) {
            figures.put("3.3.2", figures.get("3.3.2") + "0");
            figures.put("5.1.2", "3");
        }
        return figures;
    }

    private void reportCounties() throws ReportingException, IOException {
        for (Unit unit : DemoTree.fillers(tree)) {
            DemoOffice office = county(unit.id().value());
            Map<String, String> figures = figuresOf(office);
            if (unit.id().value().equals(DRAFT_COUNTY)) {
                figures.keySet().removeIf(code -> code.startsWith("4.") || code.startsWith("5."));
                office.type(figures);
                continue;
            }
            if (!unit.id().value().equals(DemoTree.RETURNED_COUNTY)) {
                office.type(figures);
            }
            office.narrate("2.1", SampleTexts.kindergartenPlan(unit, SampleFigures.county(unit.id(), "2.1.1")));
            office.attach("2.1", "布局规划调整情况说明.pdf", unit.name() + "普惠性幼儿园布局规划调整情况说明");
            if (unit.id().value().equals(DemoTree.DESIGNATED_COUNTY)) {
                office.narrate("2.6", SampleTexts.fundingCase(unit));
                office.attach("2.6", "政策文件.pdf", unit.name() + "学前教育财政投入办法");
                office.attach("2.6", "经验案例.pdf", unit.name() + "“三个统一”经验案例");
            }
            office.explainFindings();
            if (unit.id().value().equals(DemoTree.RETURNED_COUNTY)) {
                screens.check(office);
            }
            office.finalizeReport();
            office.printSignAndScan();
            if (unit.id().value().equals(DemoTree.RETURNED_COUNTY)) {
                screens.paper(office);
            }
            office.submitAndSend();
        }
    }

    /** Every reviewer approves what is its turn; the provinces return one county directly. */
    private void reviewBy(List<Unit> reviewers, boolean returnOne) throws ReportingException, IOException {
        for (Unit reviewer : reviewers) {
            if (tree.isWithin(county(DemoTree.RETURNED_COUNTY).unit().id(), reviewer.id())) {
                screens.review(office(reviewer.id().value()), DemoTree.RETURNED_COUNTY);
            }
            ReviewService reviews = office(reviewer.id().value()).client().reviews();
            for (Unit unit : tree.countyFormUnits(reviewer.id())) {
                if (unit.id().value().equals(DRAFT_COUNTY)) {
                    continue;
                }
                ReportId report = new ReportId(unit.id(), PERIOD, EDITION);
                var submission = reviews.open(report);
                if (returnOne && unit.id().value().equals(DemoTree.RETURNED_COUNTY)) {
                    String boarders = submission.report().figures().get("3.3.2");
                    reviews.returnDirectly(report, submission.report().revision(),
                            List.of(new ReviewDecision.Reason("3.3.2", "寄宿生" + boarders + "人，约为寄宿制学校平均规模的10倍，请核对是否多输了一位。")),
                            clock.instant().plus(Duration.ofHours(20)));
                    counts.returned();
                } else {
                    reviews.approve(report, submission.report().revision(), "");
                }
            }
        }
    }

    private void correctReturned() throws ReportingException, IOException {
        DemoOffice office = county(DemoTree.RETURNED_COUNTY);
        office.send();
        screens.returned(office);
        Path oldScan = folders.scan(folders.report(office.unit(), 1));
        office.type(Map.of("3.3.2", SampleFigures.county(office.unit().id(), "3.3.2")));
        office.finalizeReport();
        Path scan = office.scanned(office.printed());
        office.offerWrongStack(PageSwap.replacePage(scan, oldScan, 2, folders.scan(Path.of("mixed-" + office.unit().id() + ".pdf"))), 2, 1);
        screens.paper(office);
        office.printSignAndScan();
        office.submitAndSend();
    }

    private void reviewCorrected() throws ReportingException {
        ReportId report = county(DemoTree.RETURNED_COUNTY).report();
        for (String reviewer : List.of("460100", DemoTree.PROVINCE)) {
            ReviewService reviews = office(reviewer).client().reviews();
            var submission = reviews.open(report);
            if (submission.report().number() != 2) {
                throw new IllegalStateException("reviewer sees R" + submission.report().number());
            }
            reviews.approve(report, submission.report().revision(), "");
        }
    }

    private void rollUpCities() throws ReportingException {
        for (Unit city : DemoTree.cities(tree)) {
            DemoOffice office = office(city.id().value());
            ReviewService reviews = office.client().reviews();
            RollUpView rollUp = reviews.rollUp(PERIOD, EDITION);
            reviews.finalizeSummary(office.report(), Map.of("2.1", SampleTexts.overview(city, rollUp.counted())), List.of(),
                    MissingUnits.REFUSE);
            counts.revision();
            office.submitAndSend();
            ReviewService above = office(DemoTree.PROVINCE).client().reviews();
            above.approve(office.report(), above.open(office.report()).report().revision(), "");
        }
    }

    private void finishProvinces() throws ReportingException, IOException {
        for (Unit province : DemoTree.provinces(tree)) {
            DemoOffice office = office(province.id().value());
            ReviewService reviews = office.client().reviews();
            office.type(SampleFigures.province(province.id()));
            for (Map.Entry<String, String> text : SampleTexts.province(province).entrySet()) {
                office.narrate(text.getKey(), text.getValue());
            }
            office.attach("2.4", "专项治理工作通知.pdf", province.name() + "幼儿园办园行为专项治理工作通知");
            office.attach("2.5", "民办幼儿园收费政策文件.pdf", province.name() + "民办幼儿园收费管理办法");
            office.explainFindings();
            RollUpView rollUp = reviews.rollUp(PERIOD, EDITION);
            List<String> cases = rollUp.cases().stream().map(text -> text.unit() + "/" + text.item()).toList();
            reviews.finalizeSummary(office.report(), Map.of("2.1", SampleTexts.overview(province, rollUp.counted())), cases,
                    MissingUnits.NAME_THEM);
            counts.revision();
            office.printSignAndScan();
            office.submitAndSend();
            signOff(office);
        }
    }

    private void signOff(DemoOffice office) throws ReportingException, IOException {
        ReviewService reviews = office.client().reviews();
        var sheet = office.client().papers().printSignOffSheet(office.report());
        counts.pages(sheet.pages());
        Path printed = Files.write(folders.signOffSheet(office.unit(), office.number()), sheet.pdf());
        if (!office.client().papers().takeSignOffScan(office.report(), List.of(office.scanned(printed))).complete()) {
            throw new IllegalStateException("the scan of an honest 审签单 was refused");
        }
        counts.scanAccepted();
        office.send();
        screens.signOff(office);
        SignOffView view = reviews.signOff(office.report());
        for (SignOffView.Step step : view.steps()) {
            view = reviews.recordStep(office.report(), step.role(), SampleTexts.personName(step.role().hashCode()), "同意报送。",
                    LocalDate.ofInstant(clock.instant(), ZONE));
        }
        screens.readyToReport(office);
        view = reviews.reportToMinistry(office.report());
        if (view.reportedAt() == null) {
            throw new IllegalStateException("not reported to the ministry: " + view);
        }
    }

    private void checkNational() throws ReportingException, IOException {
        ReviewService root = office("000000").client().reviews();
        DemoTotals totals = new DemoTotals(tree, root);
        totals.write(folders.out());
        totals.goDownTo(DemoTree.RETURNED_COUNTY, SampleFigures.county(county(DemoTree.RETURNED_COUNTY).unit().id(), "3.3.2"));
    }

    private void leaveOffice() throws ReportingException {
        DemoOffice office = offices.remove(DRAFT_COUNTY);
        if (office == null) {
            throw new IllegalStateException("no office " + DRAFT_COUNTY);
        }
        office.close();
    }

    private DemoOffice county(String unit) { return office(unit); }

    private DemoOffice office(String unit) {
        DemoOffice office = offices.get(unit);
        if (office == null) {
            throw new IllegalStateException("no office " + unit);
        }
        return office;
    }
}
