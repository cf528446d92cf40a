package org.shangbao.server.service.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.review.ReviewStatus;
import org.shangbao.model.rollup.ReportedText;
import org.shangbao.model.rollup.RollUp;
import org.shangbao.model.rollup.RollUpCalculator;
import org.shangbao.model.rollup.RollUpInput;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.account.Permissions;
import org.shangbao.server.service.edition.EditionCatalogue;
import org.shangbao.server.service.period.PeriodService;
import org.shangbao.server.service.report.ReportRepository.StoredReport;
import org.shangbao.server.service.report.ReportRepository.StoredRevision;
import org.shangbao.server.service.report.RevisionContents;
import org.shangbao.server.service.review.ReviewRepository.StoredReview;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.FinalizedReport;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.RollUpView;

/**
 * 汇总 over the current heads that the counting level approved: for a city's sum the city, for everything above the province. What a province
 * fills in itself is summed over the provinces that signed off. Safe to share between threads.
 */
public final class RollUpService {
    private final Transactions transactions;
    private final UnitDirectory units;
    private final EditionCatalogue editions;
    private final RevisionContents contents;

    /** Makes the service. */
    public RollUpService(Transactions transactions, UnitDirectory units, EditionCatalogue editions, RevisionContents contents) {
        this.transactions = transactions;
        this.units = units;
        this.editions = editions;
        this.contents = contents;
    }

    /**
     * Returns the sum of a unit's subtree as it is now.
     *
     * @throws ReportingException UNIT_UNKNOWN, EDITION_UNKNOWN, NOT_PERMITTED
     */
    public RollUpView rollUp(PersonRecord person, UnitId unit, String period, String edition) throws ReportingException {
        return transactions.read(transaction -> {
            UnitList list = units.in(transaction);
            Unit summing = list.require(unit);
            Permissions.see(person, list, unit);
            return new Sum(transaction, list, editions.require(transaction, edition), period, summing).view();
        });
    }

    /** One sum within one transaction. */
    private final class Sum {
        private final Transaction transaction;
        private final UnitList list;
        private final FormEdition edition;
        private final String period;
        private final Unit summing;
        private final Map<String, StoredReport> reports = new HashMap<>();
        private final Map<UUID, StoredRevision> heads = new HashMap<>();
        private final Map<String, List<StoredReview>> reviews;
        private final Set<String> designated = new HashSet<>();
        private final List<RollUpView.Explanation> explanations = new ArrayList<>();

        Sum(Transaction transaction, UnitList list, FormEdition edition, String period, Unit summing) {
            this.transaction = transaction;
            this.list = list;
            this.edition = edition;
            this.period = period;
            this.summing = summing;
            String id = edition.id().value();
            transaction.reports().ofPeriod(period, id).forEach(report -> reports.put(report.unit(), report));
            transaction.reports().heads(period, id).forEach(head -> heads.put(head.id(), head));
            reviews = transaction.reviews().ofPeriod(period, id).stream().collect(Collectors.groupingBy(StoredReview::report));
            transaction.periods().designations().stream().filter(entry -> entry.period().equals(period))
                    .forEach(entry -> designated.add(entry.unit() + "/" + entry.item()));
        }

        RollUpView view() {
            List<Unit> due = PeriodService.due(transaction, list, period, edition.id().value(), summing.id());
            List<RollUpInput> approved = approved(due);
            RollUp sum = RollUpCalculator.combine(edition, FormLevel.COUNTY, due, approved);
            SortedMap<String, @Nullable String> figures = written(sum);
            provinceFigures().forEach((code, text) -> figures.put(code, text));
            Set<UnitId> counted = new HashSet<>(sum.counted());
            List<RollUpView.Included> included = new ArrayList<>();
            List<RollUpView.Missing> missing = new ArrayList<>();
            for (Unit unit : due) {
                if (counted.contains(unit.id())) {
                    StoredRevision head = head(unit).orElseThrow();
                    included.add(new RollUpView.Included(unit.id().value(), unit.name(), head.id(), head.number(), head.digest()));
                } else {
                    missing.add(new RollUpView.Missing(unit.id().value(), unit.name(), status(unit).name(), list.telephone(unit.id())));
                }
            }
            return new RollUpView(summing.id().value(), period, edition.id().value(), due.size(), reported(due), included.size(), figures,
                    parts(due, approved), included, missing, texts(sum.compile()), texts(sum.select()), explanations);
        }

        private List<RollUpView.Part> parts(List<Unit> due, List<RollUpInput> approved) {
            List<RollUpView.Part> parts = new ArrayList<>();
            for (Unit child : list.tree().children(summing.id())) {
                List<Unit> below = due.stream().filter(unit -> list.isWithin(unit.id(), child.id())).toList();
                if (!below.isEmpty()) {
                    List<RollUpInput> inputs = approved.stream().filter(input -> list.isWithin(input.unit().id(), child.id())).toList();
                    RollUp sum = RollUpCalculator.combine(edition, FormLevel.COUNTY, below, inputs);
                    parts.add(new RollUpView.Part(child.id().value(), child.name(), below.size(), reported(below), sum.counted().size(),
                            written(sum)));
                }
            }
            return parts;
        }

        private List<RollUpInput> approved(List<Unit> due) {
            List<RollUpInput> approved = new ArrayList<>();
            for (Unit unit : due) {
                Optional<StoredRevision> head = head(unit);
                if (head.isPresent() && status(unit) == ReviewStatus.APPROVED) {
                    FinalizedReport report = contents.of(transaction, head.get().id());
                    approved.add(new RollUpInput(unit, report.content()));
                    report.explanations().forEach(entry -> explanations.add(new RollUpView.Explanation(unit.id().value(), unit.name(),
                            entry.code(), entry.matter(), entry.current(), entry.previous(), entry.text())));
                }
            }
            return approved;
        }

        /** What provinces below fill in themselves, of those that signed off. */
        private SortedMap<String, @Nullable String> provinceFigures() {
            List<Unit> provinces = list.tree().subtree(summing.id()).stream()
                    .filter(unit -> unit.isFilling() && unit.fills() == FormLevel.PROVINCE).toList();
            List<RollUpInput> signedOff = new ArrayList<>();
            for (Unit province : provinces) {
                Optional<StoredRevision> head = head(province);
                boolean done = rows(province).stream()
                        .anyMatch(row -> row.status() == ReviewStatus.SIGNED_OFF || row.status() == ReviewStatus.REPORTED);
                if (head.isPresent() && done) {
                    FinalizedReport report = contents.of(transaction, head.get().id());
                    signedOff.add(new RollUpInput(province, report.content()));
                }
            }
            return signedOff.isEmpty()
                    ? new TreeMap<>()
                    : written(RollUpCalculator.combine(edition, FormLevel.PROVINCE, provinces, signedOff));
        }

        private int reported(List<Unit> due) { return (int) due.stream().filter(unit -> head(unit).isPresent()).count(); }

        private Optional<StoredRevision> head(Unit unit) {
            StoredReport report = reports.get(unit.id().value());
            return report == null || report.head() == null ? Optional.empty() : Optional.ofNullable(heads.get(report.head()));
        }

        /** Where the unit stands with the level whose approval counts here. */
        private ReviewStatus status(Unit unit) {
            Optional<Unit> counting = list.countingLevel(unit, summing.id());
            List<StoredReview> rows = rows(unit);
            return (counting.isEmpty() ? rows.stream() : rows.stream().filter(row -> row.unit().equals(counting.get().id().value())))
                    .map(StoredReview::status).findFirst().orElse(ReviewStatus.NOT_SUBMITTED);
        }

        private List<StoredReview> rows(Unit unit) {
            StoredReport report = reports.get(unit.id().value());
            return report == null ? List.of() : reviews.getOrDefault(report.id(), List.of());
        }

        private List<RollUpView.Text> texts(List<ReportedText> reported) {
            return reported.stream().map(text -> new RollUpView.Text(text.unit().value(), name(text.unit()), text.itemCode(), text.text(),
                    designated.contains(text.unit() + "/" + text.itemCode()))).toList();
        }

        private String name(UnitId unit) { return Objects.requireNonNull(list.find(unit).map(Unit::name).orElse(unit.value())); }
    }

    private static SortedMap<String, @Nullable String> written(RollUp sum) {
        SortedMap<String, @Nullable String> figures = new TreeMap<>();
        sum.figures().forEach((code, figure) -> figures.put(code, FinalizedReport.figureText(figure.value())));
        return figures;
    }
}
