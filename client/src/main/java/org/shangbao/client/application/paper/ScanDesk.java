package org.shangbao.client.application.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.paper.PaperService.LoosePage;
import org.shangbao.client.application.paper.PaperService.PageVerdict;
import org.shangbao.client.application.paper.PaperService.PageVerdict.Verdict;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.paper.CodeFinding;
import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.InkAdvice;
import org.shangbao.paper.Legibility;
import org.shangbao.paper.QrText;
import org.shangbao.paper.ScanCheck;
import org.shangbao.paper.ScanFault;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanProblem;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanReading;
import org.shangbao.paper.ScanVerdict;
import org.shangbao.paper.StampAdvice;
import org.shangbao.wire.v1.WireJson;

/**
 * Judges scan files against the paper they must be of, page by page. The verdict is {@link ScanCheck}'s alone; here it is only told. Holds
 * nothing; safe to share between threads.
 */
final class ScanDesk {
    private final ScanReader reader = new ScanReader();

    /**
     * What scan files are worth.
     *
     * @param accepted the pages in their order if the scan is accepted, else empty
     * @param good     files (from 1) that hold at least one right page
     * @param verdicts one per page of the paper
     * @param problems what fits nowhere
     * @param advice   advice keys
     * @param read     every page that counted
     * @param loose    pages that fit nowhere on the paper
     */
    record Judgement(List<ScanPage> accepted, Set<Integer> good, List<PageVerdict> verdicts, List<ScanFault> problems, List<String> advice,
            List<ScanPage> read, List<LoosePage> loose) {
        boolean isAccepted() { return !accepted.isEmpty(); }

        /** Nothing was taken in yet. */
        static Judgement nothing(int pages) {
            return new Judgement(List.of(), Set.of(), IntStream.rangeClosed(1, pages)
                    .mapToObj(page -> new PageVerdict(page, Verdict.MISSING, null)).toList(), List.of(), List.of(), List.of(), List.of());
        }
    }

    /**
     * Judges.
     *
     * @param files  whole files
     * @param names  their names, for the sentences
     * @param kept   how many of the first files were taken in before: of these only right pages count, and a page that comes again replaces
     *               the one that is here
     * @throws ReportingException SCAN_UNREADABLE; SCAN_STOPPED if {@code watch} was told to stop
     */
    Judgement judge(ExpectedPaper expected, List<byte[]> files, List<String> names, int kept, UnitTree units, ScanWatch watch)
            throws ReportingException {
        return judge(expected, read(files, names, watch), names, kept, units);
    }

    /**
     * Reads every page.
     *
     * @throws ReportingException SCAN_UNREADABLE; SCAN_STOPPED if {@code watch} was told to stop
     */
    List<ScanPage> read(List<byte[]> files, List<String> names, ScanWatch watch) throws ReportingException {
        return switch (read(files, watch)) {
            case ScanReading.Refused refused -> {
                String file = refused.file() == 0 ? String.join("、", names) : names.get(refused.file() - 1);
                throw new ReportingException(ErrorCode.SCAN_UNREADABLE,
                        Map.of("file", file, "reason", refused.refusal().name()));
            }
            case ScanReading.Read read -> read.pages();
        };
    }

    /** Judges pages that were read. */
    Judgement judge(ExpectedPaper expected, List<ScanPage> read, List<String> names, int kept, UnitTree units) {
        List<ScanPage> pages = counting(expected, read, kept);
        ScanVerdict verdict = pages.isEmpty()
                ? new ScanVerdict.Refused(allMissing(expected))
                : ScanCheck.check(expected, new ScanReading.Read(pages));
        Map<Integer, List<ScanPage>> right = new TreeMap<>();
        for (ScanPage page : pages) {
            QrText code = page.code();
            if (code != null && isRight(expected, page)) {
                right.computeIfAbsent(code.page(), key -> new ArrayList<>()).add(page);
            }
        }
        Set<Integer> good = right.values().stream().flatMap(List::stream).map(ScanPage::file).collect(Collectors.toSet());
        List<ScanProblem> problems = verdict instanceof ScanVerdict.Refused refused ? refused.problems() : List.of();
        List<ScanPage> accepted = verdict instanceof ScanVerdict.Accepted(List<ScanPage> inOrder, var _) ? inOrder : List.of();
        return new Judgement(accepted, good, verdicts(expected, right, problems, units), faults(expected, problems, names, units),
                advice(right.values().stream().flatMap(List::stream).toList()), pages, loose(expected, pages, problems, names, units));
    }

    private ScanReading read(List<byte[]> files, ScanWatch watch) throws ReportingException {
        try {
            return reader.read(files, page -> watch.page());
        } catch (CancellationException e) {
            throw ScanWatch.stopped();
        }
    }

    /** Pages without a place on the paper; a page of another revision has its number and is shown there. */
    private static List<LoosePage> loose(ExpectedPaper expected, List<ScanPage> pages, List<ScanProblem> problems, List<String> names,
            UnitTree units) {
        List<LoosePage> loose = new ArrayList<>();
        for (ScanPage page : pages) {
            problems.stream().filter(problem -> position(problem) == page.position() && numbered(problem) == 0).findFirst()
                    .ifPresent(problem -> loose.add(new LoosePage(page.position(), names.get(page.file() - 1),
                            fault(expected, problem, names, units), page.code() == null && page.finding() != CodeFinding.DISAGREE)));
        }
        return loose;
    }

    private static int position(ScanProblem problem) {
        return switch (problem) {
            case ScanProblem.NoCode(int position) -> position;
            case ScanProblem.Foreign(int position) -> position;
            case ScanProblem.CodesDisagree(int position) -> position;
            case ScanProblem.WrongUnit(int position, var _) -> position;
            case ScanProblem.WrongPeriod(int position, var _) -> position;
            case ScanProblem.WrongKind(int position, var _) -> position;
            case ScanProblem.WrongPageCount(int position, int _) -> position;
            default -> 0;
        };
    }

    /** Page of the paper a problem is about, 0 if it is about none. */
    private static int numbered(ScanProblem problem) {
        return switch (problem) {
            case ScanProblem.WrongRevision wrong -> wrong.page();
            case ScanProblem.WrongDigest wrong -> wrong.page();
            case ScanProblem.NeverOnPaper never -> never.page();
            case ScanProblem.DuplicatePage duplicate -> duplicate.page();
            default -> 0;
        };
    }

    private static List<ScanPage> counting(ExpectedPaper expected, List<ScanPage> pages, int kept) {
        Set<Integer> fresh = pages.stream().filter(page -> page.file() > kept && isRight(expected, page))
                .map(page -> java.util.Objects.requireNonNull(page.code()).page()).collect(Collectors.toSet());
        return pages.stream().filter(page -> page.file() > kept
                || isRight(expected, page) && !fresh.contains(java.util.Objects.requireNonNull(page.code()).page())).toList();
    }

    private static boolean isRight(ExpectedPaper expected, ScanPage page) {
        QrText code = page.code();
        return code != null && code.page() <= expected.pages() && code.equals(expected.page(code.page())) && !page.isNeverOnPaper();
    }

    private static List<ScanProblem> allMissing(ExpectedPaper expected) {
        List<ScanProblem> missing = new ArrayList<>();
        for (int page = 1; page <= expected.pages(); page++) {
            missing.add(new ScanProblem.MissingPage(page));
        }
        return missing;
    }

    private static List<PageVerdict> verdicts(ExpectedPaper expected, Map<Integer, List<ScanPage>> right, List<ScanProblem> problems,
            UnitTree units) {
        Map<Integer, ScanFault> refused = new HashMap<>();
        for (ScanProblem problem : problems) {
            if (numbered(problem) > 0) {
                refused.putIfAbsent(numbered(problem), fault(expected, problem, List.of(), units));
            }
        }
        List<PageVerdict> verdicts = new ArrayList<>();
        for (int page = 1; page <= expected.pages(); page++) {
            boolean isRight = right.containsKey(page) && right.get(page).size() == 1;
            @Nullable
            ScanFault fault = refused.get(page);
            verdicts.add(isRight
                    ? new PageVerdict(page, Verdict.ACCEPTED, null)
                    : fault != null
                            ? new PageVerdict(page, Verdict.REFUSED, fault)
                            : new PageVerdict(page, Verdict.MISSING, ScanFault.of(expected, new ScanProblem.MissingPage(page))));
        }
        return verdicts;
    }

    private static List<ScanFault> faults(ExpectedPaper expected, List<ScanProblem> problems, List<String> names, UnitTree units) {
        return problems.stream().map(problem -> fault(expected, problem, names, units)).toList();
    }

    private static ScanFault fault(ExpectedPaper expected, ScanProblem problem, List<String> names, UnitTree units) {
        ScanFault fault = ScanFault.of(expected, problem);
        return switch (problem) {
            case ScanProblem.Unreadable unreadable -> fault.with("file",
                    unreadable.file() == 0 ? String.join("、", names) : names.get(unreadable.file() - 1));
            case ScanProblem.WrongUnit wrong ->
                fault.with("found", name(units, wrong.found())).with("expected", name(units, expected.unit()));
            default -> fault;
        };
    }

    /** Returns the refusal of a scan for these faults; whoever reads it is told in their own words. */
    static ReportingException refused(List<ScanFault> faults) {
        return new ReportingException(ErrorCode.SCAN_REFUSED, Map.of("problems",
                faults.stream().map(ScanFault::code).collect(Collectors.joining(" ")), "faults",
                new String(WireJson.write(faults), StandardCharsets.UTF_8)));
    }

    private static String name(UnitTree units, UnitId unit) { return units.find(unit).map(Unit::name).orElse(unit.value()); }

    /** Advice about stamp, signature and legibility, over all right pages; nothing of it refuses. */
    private static List<String> advice(List<ScanPage> pages) {
        List<String> advice = new ArrayList<>();
        Set<StampAdvice> stamps = pages.stream().map(ScanPage::stamp).collect(Collectors.toSet());
        if (stamps.contains(StampAdvice.SEEN)) {
            advice.add("stamp.seen");
        } else if (stamps.contains(StampAdvice.UNSURE)) {
            advice.add("stamp.unsure");
        } else if (stamps.contains(StampAdvice.GREY_SCAN)) {
            advice.add("stamp.grey");
        } else if (stamps.contains(StampAdvice.NOT_SEEN)) {
            advice.add("stamp.notSeen");
        }
        Set<InkAdvice> inks = pages.stream().map(ScanPage::ink).collect(Collectors.toSet());
        if (inks.contains(InkAdvice.SEEN)) {
            advice.add("ink.seen");
        } else if (inks.contains(InkAdvice.UNSURE)) {
            advice.add("ink.unsure");
        } else if (inks.contains(InkAdvice.NOT_SEEN)) {
            advice.add("ink.notSeen");
        }
        if (pages.stream().anyMatch(page -> page.legibility() == Legibility.POOR)) {
            advice.add("legibility.poor");
        }
        if (pages.stream().anyMatch(ScanPage::drawnText)) {
            advice.add("neverOnPaper");
        }
        return advice;
    }

    /** Reads an accepted scan again, for its pages' places. */
    List<ScanPage> pages(byte[] file) throws ReportingException {
        return switch (reader.read(List.of(file))) {
            case ScanReading.Read read -> read.pages();
            case ScanReading.Refused refused -> throw new ReportingException(ErrorCode.SCAN_UNREADABLE,
                    Map.of("file", "PDF", "reason", refused.refusal().name()));
        };
    }
}
