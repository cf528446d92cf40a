package org.shangbao.client.ui.review;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.prereview.PreReviewService;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.ui.PretendPreReviews;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.PreReview;
import org.shangbao.wire.v1.PreReviewDraft;
import org.shangbao.wire.v1.ProgressRow;
import org.shangbao.wire.v1.ReportState;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;
import org.shangbao.wire.v1.edition.EditionLoader;

/** A small province with the official form and a server that answers at once and remembers what it was asked. */
public final class ReviewWorld implements ReviewService {
    public static final PeriodId PERIOD = new PeriodId("2024-10");
    public static final PeriodId EARLIER = new PeriodId("2024-08");
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2024-10-31T02:10:00Z"), ZoneOffset.UTC);
    public static final FormEdition EDITION = new EditionLoader().official();
    private static final Map<String, List<String>> CITIES = cities();

    public final UnitTree units = tree();
    public final List<String> calls = new ArrayList<>();
    public final Map<String, ProgressRow> rows = new LinkedHashMap<>();
    public final Map<String, Map<String, String>> figures = new HashMap<>();
    public @Nullable ReportingException next;
    public final List<SignOffView.Step> steps = new ArrayList<>(List.of(step("处室负责人", "宋岩"), step("会签处室", "何敏"), step("厅领导", "郑远")));
    public @Nullable UUID arrived = UUID.fromString("00000000-0000-4000-8000-000000000099");
    public @Nullable Instant reportedAt;
    public byte[] page = new byte[0];
    public final PretendPreReviews drafts = new PretendPreReviews();

    private static Map<String, List<String>> cities() {
        Map<String, List<String>> cities = new LinkedHashMap<>();
        cities.put("沈阳市", List.of("铁西区", "康平县", "法库县"));
        cities.put("鞍山市", List.of("铁西区", "台安县", "岫岩满族自治县"));
        cities.put("锦州市", List.of("义县", "黑山县"));
        cities.put("阜新市", List.of("彰武县", "阜新蒙古族自治县"));
        cities.put("朝阳市", List.of("建平县", "喀喇沁左翼蒙古族自治县"));
        cities.put("葫芦岛市", List.of("绥中县", "建昌县"));
        return cities;
    }

    /** Everybody has reported except 建昌县; 彰武县 with explanations, 义县 late, 喀喇沁左翼 not machine-read, 绥中县 returned, 沈阳市 approved. */
    public ReviewWorld() {
        for (Unit unit : units.countyFormUnits(new UnitId("210000"))) {
            figures.put(unit.id().value(), figuresOf(unit.id().value()));
            rows.put(unit.id().value(), row(unit, ReportStatus.SUBMITTED, ReviewStatus.PENDING, 1, ReportState.Paper.ACCEPTED, false, 0));
        }
        change("彰武县", ReportStatus.SUBMITTED, ReviewStatus.PENDING, 2, ReportState.Paper.ACCEPTED, false, 3);
        change("义县", ReportStatus.SUBMITTED, ReviewStatus.PENDING, 1, ReportState.Paper.ACCEPTED, true, 0);
        change("喀喇沁左翼蒙古族自治县", ReportStatus.SUBMITTED, ReviewStatus.PENDING, 1, ReportState.Paper.NOT_MACHINE_READ, false, 0);
        change("绥中县", ReportStatus.RETURNED, ReviewStatus.RETURNED, 1, ReportState.Paper.ACCEPTED, false, 0);
        change("康平县", ReportStatus.SUBMITTED, ReviewStatus.APPROVED, 1, ReportState.Paper.ACCEPTED, false, 0);
        change("法库县", ReportStatus.SUBMITTED, ReviewStatus.APPROVED, 1, ReportState.Paper.ACCEPTED, false, 0);
        change("建昌县", ReportStatus.DRAFT, ReviewStatus.NOT_SUBMITTED, 0, ReportState.Paper.NOT_THERE, false, 0);
        figures.get(id("彰武县")).put("3.3.2", "31400");
    }

    private static UnitTree tree() {
        List<Unit> all = new ArrayList<>();
        all.add(Unit.of("MOE", "", "教育部", AdminLevel.MINISTRY, null, null));
        all.add(Unit.of("210000", "210000", "辽宁省教育厅", AdminLevel.PROVINCE, "MOE", FormLevel.PROVINCE));
        int city = 1;
        for (Map.Entry<String, List<String>> entry : CITIES.entrySet()) {
            String cityId = "21%02d00".formatted(city++);
            all.add(Unit.of(cityId, cityId, entry.getKey(), AdminLevel.CITY, "210000", null));
            int county = 21;
            for (String name : entry.getValue()) {
                String countyId = cityId.substring(0, 4) + county++;
                all.add(Unit.of(countyId, countyId, name, AdminLevel.COUNTY, cityId, FormLevel.COUNTY));
            }
        }
        return new UnitTree(all);
    }

    public Office office(String unit, Role... roles) {
        Unit mine = units.get(new UnitId(unit));
        PersonRecord person = new PersonRecord("zhoulan", "周岚", unit, List.of(roles), "024-555 0100");
        return new Office(mine, units.parent(mine.id()).orElse(null), "", person, List.of(person), units, List.of(EDITION),
                "http://localhost");
    }

    public String id(String name) {
        return units.all().stream().filter(unit -> unit.name().equals(name)).findFirst().orElseThrow().id().value();
    }

    public UnitRow rowOf(String name) { return new UnitRow(rows.get(id(name))); }

    public void change(String name, ReportStatus status, ReviewStatus mine, int number, ReportState.Paper paper, boolean late,
            int explained) {
        rows.put(id(name), row(units.get(new UnitId(id(name))), status, mine, number, paper, late, explained));
    }

    private ProgressRow row(Unit unit, ReportStatus status, ReviewStatus mine, int number, ReportState.Paper paper, boolean late,
            int explained) {
        Unit parent = units.parent(unit.id()).orElseThrow();
        boolean here = number > 0;
        return new ProgressRow(unit.id().value(), unit.name(), parent.id().value(), parent.name(), status, mine, ReviewStatus.APPROVED,
                here ? revision(unit.id().value(), number) : null, number,
                here ? Instant.parse("2024-10-30T08:20:00Z") : null, paper, late, explained, "0429-555 0177");
    }

    private static UUID revision(String unit, int number) {
        return UUID.nameUUIDFromBytes((unit + number).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> figuresOf(String unit) {
        Map<String, String> figures = new TreeMap<>();
        int seed = Integer.parseInt(unit) % 97;
        int place = 0;
        for (FigureDefinition figure : EDITION.figuresOf(FormLevel.COUNTY)) {
            place++;
            int value = switch (figure.unit()) {
                case "人" -> 3000 + seed * 37 + place * 11;
                case "个" -> 200 + seed * 5 + place * 3;
                default -> 10 + (seed + place * 7) % 60;
            };
            figures.put(figure.code(), String.valueOf(value));
        }
        return figures;
    }

    private FinalizedReport report(String unit, int number, Map<String, String> values, PeriodId period) {
        List<FinalizedReport.Explained> explained = number == 2
                ? List.of(new FinalizedReport.Explained("R20@3.3.2", "3.3.2", "", "31400", "3180", "学生集中到校寄宿"))
                : List.of();
        TreeMap<String, String> narratives = new TreeMap<>(Map.of("2.1", "按人口变化撤并两所小规模园，新建一所乡镇中心园，覆盖周边六个村。"));
        return new FinalizedReport(FinalizedReport.FORMAT, 1, FinalizedReport.Kind.FORM, unit, units.get(new UnitId(unit)).name(),
                period.value(), EDITION.id().value(), EDITION.digest(), revision(unit, number), number,
                number > 1 ? revision(unit, number - 1) : null, Instant.parse("2024-10-30T08:00:00Z"), new TreeMap<>(values), narratives,
                new TreeMap<>(Map.of("2.1", List.of(new FinalizedReport.FileReference("普惠性幼儿园布局规划.pdf", "0".repeat(64), 8000)))),
                explained, List.of(), List.of(), List.of(), new FinalizedReport.People("孙丽", "王敏", "李强", "0418-555 0192"), "0.1.0");
    }

    private void fail() throws ReportingException {
        ReportingException failure = next;
        if (failure != null) {
            next = null;
            throw failure;
        }
    }

    @Override
    public List<ProgressRow> progress(PeriodId period, org.shangbao.model.edition.EditionId edition) throws ReportingException {
        fail();
        return rows.values().stream().map(this::asNow).toList();
    }

    /** A unit that has not reported sends a draft: 3.3.2 tenfold, 1.1.1 empty. */
    public void draft(String name, String note) {
        String unit = id(name);
        ProgressRow row = rows.get(unit);
        UUID id = UUID.nameUUIDFromBytes((unit + "draft").getBytes(StandardCharsets.UTF_8));
        Instant arrived = Instant.parse("2024-10-28T02:04:00Z");
        rows.put(unit, new ProgressRow(row.unit(), row.unitName(), row.parent(), row.parentName(), row.status(), row.mine(), row.below(),
                null, 0, null, row.paper(), false, 0, row.telephone(), new ProgressRow.DraftHere(id, 1, arrived, false), ""));
        FinalizedReport filled = report(unit, 1, figures.get(unit), PERIOD);
        TreeMap<String, String> values = new TreeMap<>(filled.figures());
        values.put("3.3.2", "31400");
        values.put("1.1.1", null);
        PreReviewDraft draft = new PreReviewDraft(PreReviewDraft.FORMAT, 1, id, 1, note, unit, row.unitName(), PERIOD.value(),
                EDITION.id().value(), EDITION.digest(), arrived, values, filled.narratives(), filled.attachments(), List.of(),
                filled.people(), "test");
        drafts.drafts.put(id, new PreReviewService.Opened(draft,
                new PreReview(id, 1, draft.digest().hex(), arrived, "孙丽", List.of()), null));
    }

    private ProgressRow asNow(ProgressRow row) {
        ProgressRow.DraftHere here = row.preReview();
        boolean answered = drafts.answers.stream().anyMatch(answer -> answer.startsWith(row.unit() + " "));
        return here == null || !answered
                ? row
                : new ProgressRow(row.unit(), row.unitName(), row.parent(), row.parentName(), row.status(), row.mine(), row.below(), null,
                        0, null, row.paper(), false, 0, row.telephone(),
                        new ProgressRow.DraftHere(here.draft(), here.number(), here.receivedAt(), true), "");
    }

    @Override
    public FinalizedReport previous(ReportId report) {
        Map<String, String> earlier = new TreeMap<>(figures.get(report.unit().value()));
        earlier.put("3.3.2", "3180");
        return report(report.unit().value(), 1, earlier, EARLIER);
    }

    @Override
    public Submission open(ReportId report) throws ReportingException {
        fail();
        String unit = report.unit().value();
        calls.add("open " + unit);
        ProgressRow row = rows.get(unit);
        Map<String, String> now = figures.get(unit);
        Map<String, String> before = new TreeMap<>(now);
        Map<String, String> previous = new TreeMap<>(now);
        if (unit.equals(id("彰武县"))) {
            before.put("3.3.1", "7");
            previous.put("3.3.2", "3180");
            previous.put("2.2.2", "999");
        }
        ReportState.RevisionState state = new ReportState.RevisionState(revision(unit, row.number()), row.number(), null, "0".repeat(64),
                Instant.parse("2024-10-30T08:20:00Z"), row.paper(), "0".repeat(64), 6);
        ReportState.LevelReview city = new ReportState.LevelReview(row.parent(), row.parentName(), ReviewStatus.APPROVED, state.revision(),
                "", List.of(), null, "", null);
        return new Submission(new ReportState(report.toString(), row.unitName(), row.status(), state.revision(), List.of(state),
                List.of(city), List.of(), row.late()), report(unit, row.number(), now, PERIOD),
                row.number() > 1 ? report(unit, row.number() - 1, before, PERIOD) : null, report(unit, 1, previous, EARLIER));
    }

    @Override
    public ReportState approveSeenByEye(ReportId report, UUID revision, String opinion) throws ReportingException {
        calls.add("seen " + report.unit());
        return approve(report, revision, opinion);
    }

    @Override
    public ReportState approve(ReportId report, UUID revision, String opinion) throws ReportingException {
        fail();
        calls.add("approve " + report.unit() + " " + revision.equals(rows.get(report.unit().value()).revision()));
        decided(report, ReportStatus.SUBMITTED, ReviewStatus.APPROVED);
        return stateOf(report);
    }

    @Override
    public ReportState returnForCorrection(ReportId report, UUID revision, List<ReviewDecision.Reason> reasons, Instant dueAt)
            throws ReportingException {
        fail();
        calls.add("return " + report.unit() + " " + reasons + " " + dueAt);
        decided(report, ReportStatus.RETURNED, ReviewStatus.RETURNED);
        return stateOf(report);
    }

    @Override
    public ReportState returnDirectly(ReportId report, UUID revision, List<ReviewDecision.Reason> reasons, Instant dueAt)
            throws ReportingException {
        fail();
        calls.add("returnDirectly " + report.unit() + " " + reasons + " " + dueAt);
        decided(report, ReportStatus.RETURNED, ReviewStatus.RETURNED);
        return stateOf(report);
    }

    private void decided(ReportId report, ReportStatus status, ReviewStatus mine) {
        ProgressRow row = rows.get(report.unit().value());
        rows.put(row.unit(), row(units.get(report.unit()), status, mine, row.number(), row.paper(), row.late(), row.explained()));
    }

    private ReportState stateOf(ReportId report) {
        return new ReportState(report.toString(), "", ReportStatus.SUBMITTED, null, List.of(), List.of(), List.of(), false);
    }

    @Override
    public RollUpView rollUp(PeriodId period, org.shangbao.model.edition.EditionId edition) throws ReportingException {
        fail();
        return sum("210000", period);
    }

    @Override
    public RollUpView rollUpOf(String unit, PeriodId period, org.shangbao.model.edition.EditionId edition) throws ReportingException {
        fail();
        calls.add("rollUpOf " + unit + " " + period);
        return sum(unit, period);
    }

    private RollUpView sum(String unit, PeriodId period) {
        List<RollUpView.Part> parts = units.children(new UnitId(unit)).stream().map(child -> {
            List<Unit> due = units.countyFormUnits(child.id());
            return new RollUpView.Part(child.id().value(), child.name(), due.size(), (int) due.stream().filter(this::isHere).count(),
                    (int) due.stream().filter(this::isCounted).count(), total(child.id(), period));
        }).toList();
        List<Unit> due = units.countyFormUnits(new UnitId(unit));
        List<RollUpView.Missing> missing = due.stream().filter(county -> !isCounted(county)).map(county -> new RollUpView.Missing(
                county.id().value(), county.name(), rows.get(county.id().value()).mine().name(), "0429-555 0177")).toList();
        return new RollUpView(unit, period.value(), EDITION.id().value(), due.size(), (int) due.stream().filter(this::isHere).count(),
                (int) due.stream().filter(this::isCounted).count(), total(new UnitId(unit), period), parts, List.of(), missing,
                List.of(new RollUpView.Text(id("康平县"), "康平县", "2.1", "在城区新增两所普惠园，农村按片区设中心园。", false),
                        new RollUpView.Text(id("法库县"), "法库县", "2.1", "按常住人口调整乡镇园布局，保留偏远教学点。", false)),
                List.of(new RollUpView.Text(id("康平县"), "康平县", "2.6", "设立学前教育专项资金，生均经费三年提高两成。", true),
                        new RollUpView.Text(id("法库县"), "法库县", "2.6", "国有闲置房产优先办园。", false)),
                List.of());
    }

    private boolean isHere(Unit unit) { return new UnitRow(rows.get(unit.id().value())).isReported(); }

    private boolean isCounted(Unit unit) { return new UnitRow(rows.get(unit.id().value())).isApproved(); }

    private TreeMap<String, @Nullable String> total(UnitId unit, PeriodId period) {
        TreeMap<String, @Nullable String> total = new TreeMap<>();
        List<Unit> counted = units.countyFormUnits(unit).stream().filter(this::isCounted).toList();
        for (FigureDefinition figure : EDITION.figuresOf(FormLevel.COUNTY)) {
            BigDecimal sum = counted.stream().map(county -> new BigDecimal(figures.get(county.id().value()).get(figure.code())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (period.equals(EARLIER) && figure.code().equals("3.3.2")) {
                sum = sum.multiply(new BigDecimal("1.25")).setScale(0, java.math.RoundingMode.HALF_UP);
            }
            total.put(figure.code(), counted.isEmpty() ? null : sum.stripTrailingZeros().toPlainString());
        }
        return total;
    }

    public Set<String> counted() {
        Set<String> counted = new TreeSet<>();
        units.countyFormUnits(new UnitId("210000")).stream().filter(this::isCounted).forEach(unit -> counted.add(unit.name()));
        return counted;
    }

    @Override
    public ReportDraft finalizeSummary(ReportId report, Map<String, String> overview, List<String> cases, MissingUnits acceptMissing)
            throws ReportingException {
        fail();
        calls.add("finalize " + report.unit() + " " + overview + " " + cases + " " + acceptMissing);
        return draft(report, ReportStatus.FINALIZED, 1);
    }

    public ReportDraft draft(ReportId report, ReportStatus status, int number) {
        Map<String, String> summed = new LinkedHashMap<>();
        total(new UnitId("210000"), PERIOD).forEach((code, value) -> {
            if (value != null) {
                summed.put(code, value);
            }
        });
        return new ReportDraft(report, units.get(report.unit()), FormLevel.PROVINCE, EDITION, status, ReviewStatus.NOT_SUBMITTED, number,
                Map.of(), summed, Map.of(), Map.of(), Map.of(), List.of(), EARLIER.value(), List.of(), Set.of(),
                number == 0 ? null : "3f".repeat(32), null, org.shangbao.client.application.report.BroughtForward.NOTHING);
    }

    @Override
    public SignOffView signOff(ReportId report) throws ReportingException {
        fail();
        boolean any = steps.stream().anyMatch(SignOffView.Step::done);
        return new SignOffView(report.toString(), arrived, arrived == null ? "" : "3f".repeat(32), steps,
                any ? ReportState.Paper.ACCEPTED : ReportState.Paper.NOT_THERE, reportedAt);
    }

    @Override
    public SignOffView recordStep(ReportId report, String role, String name, String opinion, LocalDate date) throws ReportingException {
        fail();
        calls.add("record " + role + " " + name + " " + opinion + " " + date);
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).done()) {
                steps.set(i, new SignOffView.Step(role, name, true, opinion, date, "PAPER", "zhoulan"));
                break;
            }
        }
        return signOff(report);
    }

    @Override
    public SignOffView reportToMinistry(ReportId report) throws ReportingException {
        fail();
        calls.add("report " + report.unit());
        reportedAt = Instant.parse("2024-10-31T12:00:00Z");
        return signOff(report);
    }

    @Override
    public byte[] scan(ReportId report) { return new byte[0]; }

    @Override
    public byte[] scannedPage(ReportId report, int number, int dotsPerInch) throws ReportingException {
        fail();
        calls.add("page " + report.unit() + " " + number + " " + dotsPerInch);
        return page;
    }

    private static SignOffView.Step step(String role, String name) {
        return new SignOffView.Step(role, name, false, "", null, "PAPER", "");
    }

    public static ReportingException refusal() {
        return new ReportingException(ErrorCode.REVISION_MOVED_ON, Map.of("unit", "彰武县", "number", "3"));
    }
}
