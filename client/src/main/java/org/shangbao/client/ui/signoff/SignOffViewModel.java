package org.shangbao.client.ui.signoff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.paper.PaperService;
import org.shangbao.client.application.report.ReportDraft;
import org.shangbao.client.application.report.ReportService;
import org.shangbao.client.application.review.ReviewService;
import org.shangbao.client.ui.common.Action;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Failure;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.period.PeriodId;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportId;
import org.shangbao.model.report.ReportStatus;
import org.shangbao.wire.v1.RollUpView;
import org.shangbao.wire.v1.SignOffView;

/**
 * 审签报部 of a province's form: its paper, the chain of signatures bound to it by digest, and the last step upwards.
 */
public final class SignOffViewModel {
    private static final List<String> SCANS = List.of("*.pdf", "*.jpg", "*.jpeg", "*.png", "*.tif", "*.tiff");

    private final Office office;
    private final ReportService reports;
    private final ReviewService reviews;
    private final PaperService papers;
    private final LongWork work;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<@Nullable SignOffStanding> standing = new ReadOnlyObjectWrapper<>();
    private final StringProperty signer = new SimpleStringProperty("");
    private final StringProperty opinion = new SimpleStringProperty("");
    private final ObjectProperty<LocalDate> date;
    private final ReadOnlyObjectWrapper<Text> message = new ReadOnlyObjectWrapper<>(Text.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Action printForm;
    private final Action takeScan;
    private final Action submit;
    private final Action printSheet;
    private final Action takeSheetScan;
    private final Action record;
    private final Action reportOut;
    private @Nullable ReportId report;

    @FunctionalInterface
    private interface Printing {
        PaperService.Paper of(ReportId report) throws ReportingException;
    }

    @FunctionalInterface
    private interface Taking {
        PaperService.PaperState of(ReportId report, List<Path> files) throws ReportingException;
    }

    /** Signs off for a province; {@code zone} is the deployment's. */
    public SignOffViewModel(Office office, ReportService reports, ReviewService reviews, PaperService papers, LongWork work,
            Dialogs dialogs, Clock clock, ZoneId zone) {
        this.office = office;
        this.reports = reports;
        this.reviews = reviews;
        this.papers = papers;
        this.work = work;
        this.dialogs = dialogs;
        date = new SimpleObjectProperty<>(clock.instant().atZone(zone).toLocalDate());
        printForm = new Action(Text.of("signoff.printForm"), "Ctrl+P", () -> print(papers::print));
        takeScan = new Action(Text.of("signoff.takeScan"), "Ctrl+O", () -> take(papers::takeScan, "signoff.done.scan"));
        submit = new Action(Text.of("signoff.submit"), "F12", this::askSubmit);
        printSheet = new Action(Text.of("signoff.printSheet"), "", () -> print(papers::printSignOffSheet));
        takeSheetScan = new Action(Text.of("signoff.takeSheetScan"), "", () -> take(papers::takeSignOffScan, "signoff.done.sheetScan"));
        record = new Action(Text.of("signoff.record"), "", this::recordStep);
        reportOut = new Action(Text.of("signoff.report"), "Ctrl+Enter", this::askReport);
        signer.subscribe(this::judge);
        judge();
    }

    /** Shows where the province's form of a period stands. */
    public void show(PeriodId period, EditionId edition) {
        report = new ReportId(office.unit().id(), period, edition);
        standing.set(null);
        refresh();
    }

    /** Reads anew where it stands. */
    public void refresh() { reload(Text.NONE); }

    /** Where it stands; null before it is known. */
    public ReadOnlyObjectProperty<@Nullable SignOffStanding> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Who signed the next step, as on the sheet. */
    public StringProperty signerProperty() { return signer; }

    /** Opinion as on the sheet. */
    public StringProperty opinionProperty() { return opinion; }

    /** Date as on the sheet. */
    public ObjectProperty<LocalDate> dateProperty() { return date; }

    /** What to know now. */
    public ReadOnlyObjectProperty<Text> messageProperty() { return message.getReadOnlyProperty(); }

    /** True while something runs. */
    public ReadOnlyBooleanProperty busyProperty() { return busy.getReadOnlyProperty(); }

    /** 打印省级报表. */
    public Action printFormAction() { return printForm; }

    /** 回传省级报表扫描件. */
    public Action takeScanAction() { return takeScan; }

    /** 送审签: hands the form and its scan to the server. */
    public Action submitAction() { return submit; }

    /** 打印审签单. */
    public Action printSheetAction() { return printSheet; }

    /** 回传审签单扫描件. */
    public Action takeSheetScanAction() { return takeSheetScan; }

    /** 登记本环节. */
    public Action recordAction() { return record; }

    /** 报部. */
    public Action reportAction() { return reportOut; }

    private void reload(Text afterwards) {
        ReportId shown = report;
        if (shown == null) {
            return;
        }
        busy.set(true);
        judge();
        work.stoppable(Text.of("signoff.work.read"), progress -> load(shown), loaded -> {
            busy.set(false);
            if (shown.equals(report)) {
                standing.set(loaded);
                message.set(afterwards);
                suggest(loaded);
            }
            judge();
        }, this::stopped, this::failed);
    }

    private SignOffStanding load(ReportId shown) throws ReportingException {
        ReportDraft draft = reports.open(shown);
        PaperService.PaperState paper = papers.state(shown);
        SignOffView signOff = reviews.signOff(shown);
        RollUpView sum = reviews.rollUp(shown.period(), shown.edition());
        return SignOffStanding.of(draft, paper, signOff, sum);
    }

    // the person who is to sign and the usual opinion stand there already; both can be changed to what the paper says
    private void suggest(SignOffStanding loaded) {
        signer.set(loaded.nextStep().map(SignOffView.Step::name).orElse(""));
        opinion.set("");
    }

    private void print(Printing printing) {
        ReportId shown = Objects.requireNonNull(report);
        start();
        work.stoppable(Text.of("signoff.work.print"), progress -> printing.of(shown), paper -> {
            stop();
            Dialogs.FileRequest request = new Dialogs.FileRequest(Text.of("signoff.save.title"), Text.of("signoff.save.kind"),
                    List.of("*.pdf"), paper.fileName());
            dialogs.chooseSaveTarget(request, target -> keep(paper, target));
        }, this::stopped, this::failed);
    }

    private void keep(PaperService.Paper paper, Path target) {
        start();
        work.inOrder(Text.of("signoff.work.save"), () -> write(paper, target), written -> {
            dialogs.openWithSystem(written);
            reload(Text.of("signoff.done.printed", paper.pages(), String.valueOf(written.getFileName())));
        }, this::failed);
    }

    private static Path write(PaperService.Paper paper, Path target) throws ReportingException {
        try {
            return Files.write(target, paper.pdf());
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())), e);
        }
    }

    private void take(Taking taking, String doneKey) {
        ReportId shown = Objects.requireNonNull(report);
        Dialogs.FileRequest request = new Dialogs.FileRequest(Text.of("signoff.scan.title"), Text.of("signoff.scan.kind"), SCANS, "");
        dialogs.chooseFiles(request, files -> {
            start();
            work.stoppable(Text.of("signoff.work.scan"), progress -> taking.of(shown, files), state -> reload(said(state, doneKey)),
                    this::stopped, this::failed);
        });
    }

    // the first refused page in the register's own words; the others stand in the list of pages
    private static Text said(PaperService.PaperState state, String doneKey) {
        List<Text> sentences = SignOffStanding.sentences(state);
        return sentences.isEmpty() ? Text.of(doneKey) : sentences.getFirst();
    }

    private void askSubmit() {
        SignOffStanding now = Objects.requireNonNull(standing.get());
        dialogs.confirm(new Dialogs.Confirmation(Text.of("signoff.submit.headline", now.number()),
                Text.of("signoff.submit.sentence"), List.of(Text.of("signoff.fact.checkCode", now.checkCode())),
                Text.of("signoff.submit")), () -> {
                    start();
                    work.inOrder(Text.of("signoff.work.submit"), () -> papers.submit(now.report()),
                            sent -> reload(Text.of("signoff.done.submitted", sent.number())), this::failed);
                });
    }

    private void recordStep() {
        SignOffStanding now = Objects.requireNonNull(standing.get());
        SignOffView.Step step = now.nextStep().orElseThrow();
        String name = signer.get().strip();
        String words = opinion.get().strip();
        LocalDate day = date.get();
        start();
        work.aside(Text.of("signoff.work.record"), LongWork.Whole.AT_SERVER,
                () -> reviews.recordStep(now.report(), step.role(), name, words, day),
                view -> reload(Text.of("signoff.done.recorded", step.role(), name)), this::failed);
    }

    private void askReport() {
        SignOffStanding now = Objects.requireNonNull(standing.get());
        dialogs.confirm(new Dialogs.Confirmation(Text.of("signoff.report.headline", now.number()),
                Text.of("signoff.report.sentence"), List.of(Text.of("signoff.fact.range", now.due(), now.counted()),
                        Text.of("signoff.fact.checkCode", now.checkCode())),
                Text.of("signoff.report")), () -> {
                    start();
                    work.aside(Text.of("signoff.work.report"), LongWork.Whole.AT_SERVER,
                            () -> reviews.reportToMinistry(now.report()), view -> reload(Text.of("signoff.done.reported")), this::failed);
                });
    }

    private void judge() {
        SignOffStanding now = standing.get();
        List<Action> all = List.of(printForm, takeScan, submit, printSheet, takeSheetScan, record, reportOut);
        if (busy.get() || now == null) {
            all.forEach(action -> action.refuse(Text.of("signoff.blocked.busy")));
            return;
        }
        ReportStatus status = now.status();
        Text notFinal = status.isEditable() ? Text.of("signoff.blocked.notFinal") : Text.NONE;
        allowIf(printForm, notFinal);
        Text sent = status == ReportStatus.FINALIZED ? Text.NONE : Text.of("signoff.blocked.sent");
        allowIf(takeScan, first(notFinal, now.paper().printed() ? Text.NONE : Text.of("signoff.blocked.notPrinted"), sent));
        allowIf(submit, first(notFinal, sent, now.paper().complete() ? Text.NONE : Text.of("signoff.blocked.noScan")));
        Text notArrived = now.signOff().revision() == null ? Text.of("signoff.blocked.notArrived") : Text.NONE;
        Text reported = now.isReported() ? Text.of("signoff.blocked.reported") : Text.NONE;
        allowIf(printSheet, notFinal);
        allowIf(takeSheetScan, first(notArrived, reported));
        allowIf(record, first(notArrived, reported, now.isSigned() ? Text.of("signoff.blocked.allRecorded") : Text.NONE,
                signer.get().isBlank() ? Text.of("signoff.blocked.noName") : Text.NONE));
        allowIf(reportOut, first(notArrived, reported, now.isSigned()
                ? Text.NONE
                : Text.of("signoff.blocked.open", now.openSteps()),
                office.person().roles().contains(Role.OFFICER) || office.person().roles().contains(Role.REVIEWER)
                        ? Text.NONE
                        : Text.of("signoff.blocked.role")));
    }

    private static Text first(Text... hindrances) {
        for (Text hindrance : hindrances) {
            if (!hindrance.isEmpty()) {
                return hindrance;
            }
        }
        return Text.NONE;
    }

    private static void allowIf(Action action, Text hindrance) {
        if (hindrance.isEmpty()) {
            action.allow();
        } else {
            action.refuse(hindrance);
        }
    }

    private void start() {
        busy.set(true);
        judge();
    }

    private void stop() {
        busy.set(false);
        judge();
    }

    private void stopped() {
        message.set(Text.of("signoff.stopped"));
        stop();
    }

    private void failed(ReportingException failure) {
        message.set(Failure.words(failure));
        stop();
    }
}
