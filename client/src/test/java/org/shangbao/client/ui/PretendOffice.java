package org.shangbao.client.ui;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeService;
import org.shangbao.client.application.office.ReportHistory;
import org.shangbao.client.application.office.ReportTask;
import org.shangbao.client.application.paper.ByHand;
import org.shangbao.client.application.paper.LinkMode;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.paper.PaperService.PageVerdict;
import org.shangbao.client.application.paper.Printers;
import org.shangbao.client.application.paper.ScanFolder;
import org.shangbao.client.application.paper.ScanWatch;
import org.shangbao.client.application.report.Answer;
import org.shangbao.client.application.report.Answers;
import org.shangbao.client.application.report.BroughtForward;
import org.shangbao.client.application.report.DraftFigure;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.application.store.AnswerKey;
import org.shangbao.client.application.store.SentAs;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.model.check.CheckContext;
import org.shangbao.model.check.CheckRule;
import org.shangbao.model.check.Finding;
import org.shangbao.model.check.ReportChecker;
import org.shangbao.model.check.ScanState;
import org.shangbao.model.check.Severity;
import org.shangbao.model.edition.FigureDefinition;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.period.PeriodKind;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.Attachment;
import org.shangbao.model.report.FigureText;
import org.shangbao.model.report.FigureValue;
import org.shangbao.model.report.ReportContent;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.ScanFault;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.ReviewDecision;
import org.shangbao.wire.v1.edition.EditionLoader;

/**
 * An office kept in memory on the official edition: real rules, real reading of typed text, invented names and figures. Its paper is a grey
 * page per print.
 */
public final class PretendOffice implements OfficeService, ReportService, PaperService {
    /** A weekday afternoon six days before the county is due. */
    public static final Instant NOW = Instant.parse("2024-10-24T06:32:08Z");
    /** Zone of the deployment. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final FormEdition edition = new EditionLoader().official();
    private final Unit unit;
    private final Unit above;
    private final FormLevel form;
    private final ReportId id;
    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, FigureValue> previous = new TreeMap<>();
    private final Map<String, FigureValue> lastYear = new TreeMap<>();
    private final Map<String, String> summed = new TreeMap<>();
    private final Map<String, String> narratives = new TreeMap<>();
    private final Map<String, List<Attachment>> attachments = new TreeMap<>();
    private final Map<String, String> explanations = new TreeMap<>();
    private final Map<String, String> previousNarratives = new TreeMap<>();
    private final Map<String, List<Attachment>> previousAttachments = new TreeMap<>();
    private final Map<String, String> notes = new TreeMap<>();
    private final Set<AnswerKey> unconfirmed = new HashSet<>();
    private List<ReviewDecision.Reason> reasons = List.of();
    private ReportStatus status = ReportStatus.DRAFT;
    private ReportHistory past = ReportHistory.NONE;
    private int number;
    private String lastFocus;
    private String unlockReason = "";
    private boolean wasSent;
    private boolean printed;
    private List<PageVerdict> verdicts = List.of();
    private boolean delivered;
    private int puts;
    private boolean writable = true;
    private boolean connected = true;
    private boolean givesUp;
    private byte[] page = new byte[0];
    /** What the levels above say to drafts. */
    public final PretendPreReviews preReviews = new PretendPreReviews();
    private final List<ReportTask> earlier = new ArrayList<>();
    private LinkMode link = LinkMode.NORMAL;
    private ByHand said;
    /** The scanner's folder. */
    public final PretendScanFolder scanner = new PretendScanFolder();
    private List<LoosePage> loose = List.of();
    private final List<Printers.Printer> printers = new ArrayList<>();
    private final List<Printers.PrintOrder> orders = new ArrayList<>();

    private PretendOffice(Unit unit, Unit above, FormLevel form) {
        this.unit = unit;
        this.above = above;
        this.form = form;
        id = new ReportId(unit.id(), new PeriodId("2024-10"), edition.id());
    }

    /** A county with last period's figures and an empty report. */
    public static PretendOffice county() {
        Unit county = Unit.of("210921", "210921", "阜新蒙古族自治县", AdminLevel.COUNTY, "2109", FormLevel.COUNTY);
        Unit city = Unit.of("2109", "210900", "阜新市", AdminLevel.CITY, null, null);
        PretendOffice office = new PretendOffice(county, city, FormLevel.COUNTY);
        SampleFigures.EARLIER.forEach((code, value) -> office.previous.put(code, FigureValue.of(value)));
        SampleFigures.YEAR_BEFORE.forEach((code, value) -> office.lastYear.put(code, FigureValue.of(value)));
        return office;
    }

    /** A province: its own items empty, the county items summed. */
    public static PretendOffice province() {
        Unit province = Unit.of("21", "210000", "辽宁省", AdminLevel.PROVINCE, null, FormLevel.PROVINCE);
        PretendOffice office = new PretendOffice(province, null, FormLevel.PROVINCE);
        SampleFigures.EARLIER
                .forEach((code, value) -> office.summed.put(code, new BigDecimal(value).multiply(BigDecimal.TEN).toPlainString()));
        return office;
    }

    /** Whoever sends and receives gives it up. */
    public PretendOffice givingUp() {
        givesUp = true;
        return this;
    }

    /** Fills these figures as if typed. */
    public PretendOffice with(Map<String, String> figures) {
        typed.putAll(figures);
        return this;
    }

    /** Fills one figure as if typed. */
    public PretendOffice with(String code, String text) {
        typed.put(code, text);
        return this;
    }

    /** Fills every figure and text without an open finding. */
    public PretendOffice complete() {
        typed.putAll(SampleFigures.EARLIER);
        narratives.put("2.1", SampleFigures.NARRATIVE);
        attachments.put("2.1", List.of(new Attachment("普惠园布局规划调整情况说明.pdf", "0".repeat(64), 312_000)));
        return this;
    }

    /** Sent back with reasons. */
    public PretendOffice returned(ReviewDecision.Reason... given) {
        reasons = List.of(given);
        status = ReportStatus.RETURNED;
        number = 3;
        return this;
    }

    /** Earlier periods, all reported. */
    public PretendOffice withHistory() {
        for (String period : List.of("2024-08", "2024-06", "2024-04", "2024-02")) {
            earlier.add(new ReportTask(new ReportId(unit.id(), new PeriodId(period), edition.id()), PeriodKind.REGULAR,
                    ReportStatus.SUBMITTED, ReviewStatus.REPORTED, "", null, 1, 49, 49, List.of(), List.of(), "", true, true,
                    Instant.parse(period + "-28T08:12:00Z")));
        }
        return this;
    }

    /** Another report of this office, as the office itself would list it. */
    public PretendOffice withReport(String period, PeriodKind kind, ReportStatus status, Instant dueAt) {
        earlier.add(
                new ReportTask(new ReportId(unit.id(), new PeriodId(period), edition.id()), kind, status, ReviewStatus.NOT_SUBMITTED, "",
                        dueAt, status.isEditable() ? 0 : 1, 49, 49, List.of(), List.of(), "", false, false, NOW));
        return this;
    }

    /** Five earlier periods of one figure, and how a finding was explained in the last of them. */
    public PretendOffice withPast(String code, List<String> values, String findingKey, String explanation) {
        List<String> periods = List.of("2023-12", "2024-02", "2024-04", "2024-06", "2024-08");
        List<ReportHistory.Past> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            TreeMap<String, String> explained = new TreeMap<>();
            if (i == values.size() - 1) {
                explained.put(findingKey, explanation);
            }
            all.add(new ReportHistory.Past(new PeriodId(periods.get(i)),
                    new ReportContent(new TreeMap<>(Map.of(code, FigureValue.of(values.get(i)))), new TreeMap<>(), new TreeMap<>(),
                            explained)));
        }
        past = new ReportHistory(all);
        return this;
    }

    @Override
    public ReportHistory history(ReportId report) { return past; }

    /** From now on nothing can be stored. */
    public void breakDisk() { writable = false; }

    /** A text and a file of last period. */
    public PretendOffice withEarlierText(String itemCode, String text, Attachment file) {
        previousNarratives.put(itemCode, text);
        previousAttachments.put(itemCode, List.of(file));
        return this;
    }

    /** Taken over from last period and not confirmed. */
    public PretendOffice carriedOver(String... codes) {
        for (String code : codes) {
            typed.put(code, previous.get(code).canonical());
            unconfirmed.add(AnswerKey.figure(code));
        }
        return this;
    }

    /** The office's own words on a figure. */
    public PretendOffice withNote(String code, String text) {
        notes.put(code, text);
        return this;
    }

    /** Answers that wait to be confirmed. */
    public Set<AnswerKey> unconfirmed() { return Set.copyOf(unconfirmed); }

    /** The stored text of an item. */
    public String storedText(String itemCode) { return narratives.getOrDefault(itemCode, ""); }

    /** The office's own words on a figure, as stored. */
    public String storedNote(String code) { return notes.getOrDefault(code, ""); }

    /** Number of changes stored so far. */
    public int puts() { return puts; }

    /** No network. */
    public PretendOffice offline() {
        connected = false;
        return this;
    }

    /** The picture every page shows. */
    public PretendOffice withPage(byte[] png) {
        page = png.clone();
        return this;
    }

    /** What was typed into a blank and stored. */
    public String stored(String code) { return typed.getOrDefault(code, ""); }

    /** Explanations stored, by key. */
    public Map<String, String> storedExplanations() { return explanations; }

    /** The reason given when it was unlocked last. */
    public String unlockReason() { return unlockReason; }

    /** From now on the level above has had this report and returned it. */
    public void wasSentBefore() { wasSent = true; }

    /** Where the report stands. */
    public ReportStatus status() { return status; }

    /** The services a window is made of. */
    public UiServices services(TaskRunner tasks, Locale locale) {
        return new UiServices(this, this, this, noReview(), preReviews, tasks, Clock.fixed(NOW, ZoneOffset.UTC), ZONE, locale, file -> {});
    }

    private static ReviewService noReview() {
        return (ReviewService) java.lang.reflect.Proxy.newProxyInstance(ReviewService.class.getClassLoader(),
                new Class<?>[]{ ReviewService.class }, (proxy, method, arguments) -> {
                    throw new ReportingException(ErrorCode.SERVER_UNREACHABLE, Map.of("server", "http://localhost"));
                });
    }

    @Override
    public Office office() {
        PersonRecord person = new PersonRecord("wang", "王桂兰", unit.id().value(), List.of(Role.FILLER), "0418-555 0101");
        List<Unit> units = above == null ? List.of(unit) : List.of(above, unit);
        return new Office(unit, above, above == null ? "" : "0418-555 0126", person, List.of(person), new UnitTree(units), List.of(edition),
                "http://localhost");
    }

    @Override
    public List<ReportTask> tasks() {
        ReportDraft draft = draft();
        List<ReportTask.GroupProgress> groups = edition.indicators().stream().map(indicator -> {
            List<String> codes = indicator.items().stream().filter(item -> item.filledBy() == form)
                    .flatMap(item -> item.figures().stream()).map(FigureDefinition::code).toList();
            int filled = (int) codes.stream().filter(code -> draft.figures().get(code).value().value().isPresent()).count();
            return new ReportTask.GroupProgress(indicator.number(), indicator.name(), filled, codes.size(),
                    count(draft, codes, Severity.MUST_FIX), count(draft, codes, Severity.MUST_EXPLAIN));
        }).filter(group -> group.asked() > 0).toList();
        int filled = groups.stream().mapToInt(ReportTask.GroupProgress::filled).sum();
        List<ReportTask> tasks = new ArrayList<>();
        tasks.add(new ReportTask(id, PeriodKind.REGULAR, status,
                delivered ? ReviewStatus.PENDING : wasSent ? ReviewStatus.RETURNED : ReviewStatus.NOT_SUBMITTED,
                above == null ? "" : above.name(), Instant.parse("2024-10-30T10:00:00Z"), number, filled, draft.figures().size(), groups,
                reasons, reasons.isEmpty() ? "" : "阜新市教育局 李建国", complete(verdicts), delivered, null));
        tasks.addAll(earlier);
        return tasks;
    }

    private static int count(ReportDraft draft, List<String> codes, Severity severity) {
        return (int) draft.findings().stream().filter(finding -> finding.outcome() == Finding.Outcome.FAILED)
                .filter(finding -> finding.severity() == severity && finding.stage() == CheckRule.Stage.FINALIZE)
                .filter(finding -> codes.contains(finding.codes().isEmpty() ? "" : finding.codes().getFirst())).count();
    }

    @Override
    public ReportId reportFor(PeriodId period) { return new ReportId(unit.id(), period, edition.id()); }

    @Override
    public LinkState link() { return new LinkState(connected, Instant.parse("2024-10-24T00:31:00Z"), List.of()); }

    @Override
    public LinkState exchange() throws ReportingException {
        if (givesUp) {
            throw new CancellationException();
        }
        if (!connected) {
            throw new ReportingException(ErrorCode.SERVER_UNREACHABLE, Map.of("server", "http://localhost"));
        }
        delivered = status == ReportStatus.SUBMITTED;
        return link();
    }

    @Override
    public ReportDraft open(ReportId report) { return draft(); }

    @Override
    public ReportDraft put(ReportId report, List<Answer> answers) throws ReportingException {
        requireDisk();
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.Figure figure -> typed.put(figure.code(), figure.typed());
                case Answer.Narrative text -> narratives.put(text.code(), text.text());
                case Answer.Files files -> attachments.put(files.code(), new ArrayList<>(files.files()));
                case Answer.Explanation explanation -> explanations.put(explanation.code(), explanation.text());
            }
            unconfirmed.remove(answer.key());
            if (answer.carriedOver()) {
                unconfirmed.add(answer.key());
            }
        }
        puts++;
        return draft();
    }

    @Override
    public ReportDraft putFigureNote(ReportId report, String code, String text) throws ReportingException {
        requireDisk();
        notes.put(code, text);
        return draft();
    }

    @Override
    public SavedFigure saveFigure(ReportId report, String code, String text) throws ReportingException {
        requireDisk();
        if (text.isBlank()) {
            typed.remove(code);
        } else {
            typed.put(code, text);
        }
        return new SavedFigure(draft().figures().get(code), typed.size());
    }

    @Override
    public ReportDraft saveNarrative(ReportId report, String itemCode, String text) throws ReportingException {
        requireDisk();
        narratives.put(itemCode, text);
        return draft();
    }

    @Override
    public ReportDraft attach(ReportId report, String itemCode, Path file) {
        attachments.computeIfAbsent(itemCode, code -> new ArrayList<>())
                .add(new Attachment(file.getFileName().toString(), "0".repeat(64), 2048));
        return draft();
    }

    @Override
    public ReportDraft explain(ReportId report, String findingKey, String text) throws ReportingException {
        requireDisk();
        explanations.put(findingKey, text);
        return draft();
    }

    @Override
    public void rememberFocus(ReportId report, String code) { lastFocus = code; }

    @Override
    public List<Finding> check(ReportId report) { return draft().findings(); }

    @Override
    public ReportDraft finalizeReport(ReportId report) {
        status = ReportStatus.FINALIZED;
        number++;
        return draft();
    }

    @Override
    public ReportDraft unlock(ReportId report, String reason) {
        unlockReason = reason;
        status = ReportStatus.DRAFT;
        printed = false;
        verdicts = List.of();
        return draft();
    }

    @Override
    public Paper print(ReportId report) {
        printed = true;
        if (verdicts.isEmpty()) {
            verdicts = pages(PageVerdict.Verdict.MISSING);
        }
        return new Paper(new byte[]{ '%', 'P', 'D', 'F' }, 6, "双月报-2024-10-R1.pdf");
    }

    @Override
    public Paper printBlank(ReportId report) { return new Paper(new byte[]{ '%', 'P', 'D', 'F' }, 1, "blank.pdf"); }

    @Override
    public Paper printDraft(ReportId report) { return new Paper(new byte[]{ '%', 'P', 'D', 'F' }, 1, "draft.pdf"); }

    @Override
    public Paper printDraft(ReportId report, org.shangbao.wire.v1.RollUpView sum) { return printDraft(report); }

    @Override
    public java.util.Optional<org.shangbao.wire.v1.RollUpView> summarySource(ReportId report) { return java.util.Optional.empty(); }

    @Override
    public Paper printSignOffSheet(ReportId report) { return new Paper(new byte[]{ '%', 'P', 'D', 'F' }, 1, "审签单.pdf"); }

    @Override
    public PaperState state(ReportId report) {
        List<String> advice = complete(verdicts) ? List.of("stamp.seen") : List.of();
        return new PaperState(printed, printed ? 6 : 0, verdicts, List.of(), complete(verdicts), complete(verdicts) ? 1_890_000 : 0, 6_100,
                advice,
                new Sending(link, 8_000, true, complete(verdicts) ? SentAs.COLOUR : null, false, complete(verdicts) ? 9_400_000 : 0),
                loose);
    }

    @Override
    public PaperState takeScan(ReportId report, List<Path> files) { return takeScan(report, files, new ScanWatch()); }

    /** What the third page of the next scan is: the right one, or one of an earlier revision. */
    @Override
    public PaperState takeScan(ReportId report, List<Path> files, ScanWatch watch) {
        boolean oldPage = files.stream().anyMatch(file -> file.getFileName().toString().contains("旧"));
        List<PageVerdict> read = new ArrayList<>(pages(PageVerdict.Verdict.ACCEPTED));
        if (oldPage) {
            read.set(2, new PageVerdict(3, PageVerdict.Verdict.REFUSED,
                    new ScanFault("revision", Map.of("position", "3", "page", "3", "found", "1", "expected", "2"))));
        }
        verdicts = read;
        loose = files.stream().anyMatch(file -> file.getFileName().toString().contains("旧"))
                ? List.of(new LoosePage(7, "旧.pdf", new ScanFault("nocode", Map.of("position", "7")), true))
                : List.of();
        return state(report);
    }

    @Override
    public PaperState takeByHand(ReportId report, List<Path> files, ByHand told, ScanWatch watch) {
        said = told;
        verdicts = new ArrayList<>(pages(PageVerdict.Verdict.ACCEPTED));
        verdicts.set(2, new PageVerdict(3, PageVerdict.Verdict.BY_EYE, null));
        loose = List.of();
        return state(report);
    }

    /** What was said last of pages no machine reads. */
    public ByHand said() { return said; }

    @Override
    public PaperState packFor(ReportId report, LinkMode wanted, ScanWatch watch) {
        link = wanted;
        return state(report);
    }

    @Override
    public Instant finalizedAt(ReportId report) { return Instant.EPOCH; }

    @Override
    public ScanFolder scanFolder() { return scanner; }

    @Override
    public byte[] loosePage(ReportId report, int position, int dotsPerInch) { return page; }

    @Override
    public PaperState takeSignOffScan(ReportId report, List<Path> files) { return state(report); }

    /** A computer with these printers. */
    public PretendOffice withPrinters(String... names) {
        for (String name : names) {
            printers.add(new Printers.Printer(name, printers.isEmpty()));
        }
        return this;
    }

    /** What was handed to printers so far. */
    public List<Printers.PrintOrder> orders() { return orders; }

    @Override
    public byte[] page(Paper paper, int pageNumber, int dotsPerInch) { return page; }

    @Override
    public List<Printers.Printer> printers() { return printers; }

    @Override
    public void sendToPrinter(Paper paper, Printers.PrintOrder order) { orders.add(order); }

    @Override
    public byte[] printedPage(ReportId report, int pageNumber, int dotsPerInch) { return page; }

    @Override
    public byte[] scannedPage(ReportId report, int pageNumber, int dotsPerInch) { return page; }

    @Override
    public ReportDraft submit(ReportId report) {
        status = ReportStatus.SUBMITTED;
        delivered = connected;
        return draft();
    }

    private List<PageVerdict> pages(PageVerdict.Verdict verdict) {
        List<PageVerdict> all = new ArrayList<>();
        for (int at = 1; at <= 6; at++) {
            all.add(new PageVerdict(at, verdict, null));
        }
        return all;
    }

    private static boolean complete(List<PageVerdict> verdicts) {
        return !verdicts.isEmpty() && verdicts.stream().allMatch(
                verdict -> verdict.verdict() == PageVerdict.Verdict.ACCEPTED || verdict.verdict() == PageVerdict.Verdict.BY_EYE);
    }

    private void requireDisk() throws ReportingException {
        if (!writable) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", "磁盘已满"));
        }
    }

    /** Returns the report as it stands. */
    public ReportDraft draft() {
        Map<String, DraftFigure> figures = new LinkedHashMap<>();
        TreeMap<String, FigureValue> values = new TreeMap<>();
        for (FigureDefinition definition : edition.figuresOf(form)) {
            DraftFigure figure = figure(definition);
            figures.put(definition.code(), figure);
            values.put(definition.code(), figure.value());
        }
        ReportContent content = new ReportContent(values, new TreeMap<>(narratives), new TreeMap<>(attachments),
                new TreeMap<>(explanations));
        CheckContext context = CheckContext.of(edition, form, id.period(), content).withDesignated(Set.of())
                .withScan(ScanState.NOT_ACCEPTED);
        ReportContent earlierContent = new ReportContent(new TreeMap<>(previous), new TreeMap<>(previousNarratives),
                new TreeMap<>(previousAttachments), new TreeMap<>());
        if (!previous.isEmpty()) {
            context = context.withPrevious(new PeriodId("2024-08"), earlierContent);
        }
        List<Finding> findings = new ArrayList<>(ReportChecker.check(context));
        Answers.unconfirmedFinding(unconfirmed, edition, findings).ifPresent(findings::add);
        return new ReportDraft(id, unit, form, edition, status, ReviewStatus.NOT_SUBMITTED, number, figures, summed, Map.copyOf(narratives),
                Map.copyOf(attachments), Map.copyOf(explanations), findings, previous.isEmpty() ? null : "2024-08",
                reasons, Set.of(), status.isEditable() ? null : "0".repeat(64), lastFocus,
                new BroughtForward(earlierContent, notes, unconfirmed));
    }

    private DraftFigure figure(FigureDefinition definition) {
        String text = typed.getOrDefault(definition.code(), "");
        FigureValue before = previous.getOrDefault(definition.code(), FigureValue.MISSING);
        FigureValue year = lastYear.getOrDefault(definition.code(), FigureValue.MISSING);
        return switch (FigureText.normalise(text, definition)) {
            case FigureText.Result.Accepted accepted ->
                new DraftFigure(definition.code(), accepted.value(), text, null, "", before, year);
            case FigureText.Result.Empty empty -> new DraftFigure(definition.code(), FigureValue.MISSING, "", null, "", before, year);
            case FigureText.Result.Refused refused -> new DraftFigure(definition.code(), FigureValue.MISSING, text, refused.error(),
                    refused.details().getOrDefault("suggestion", ""), before, year);
        };
    }
}
