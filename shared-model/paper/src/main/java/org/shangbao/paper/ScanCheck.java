package org.shangbao.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Compares what was read from a scan with the paper it must be of. Pure: the client and the server come to the same verdict. Pages may be
 * in any order and any way up. A page of a wrong paper always refuses the scan; a page without a code of ours only if a page is missing,
 * since it may be that page. Stamp, ink and legibility never refuse.
 */
public final class ScanCheck {
    private ScanCheck() {}

    /** Returns the verdict for a reading. */
    public static ScanVerdict check(ExpectedPaper expected, ScanReading reading) {
        return switch (reading) {
            case ScanReading.Refused refused ->
                new ScanVerdict.Refused(List.of(new ScanProblem.Unreadable(refused.file(), refused.refusal())));
            case ScanReading.Read read -> check(expected, read.pages());
        };
    }

    private static ScanVerdict check(ExpectedPaper expected, List<ScanPage> scan) {
        Map<Integer, List<ScanPage>> byPage = new TreeMap<>();
        Set<Integer> named = new TreeSet<>();
        List<ScanPage> extra = new ArrayList<>();
        List<ScanProblem> problems = new ArrayList<>();
        for (ScanPage page : scan) {
            QrText code = page.code();
            Optional<ScanProblem> wrong = code == null
                    ? disagreement(page)
                    : mismatch(expected, page.position(), code).or(() -> neverOnPaper(page, code));
            wrong.ifPresent(problems::add);
            if (code == null) {
                extra.add(page);
            } else if (wrong.isEmpty()) {
                byPage.computeIfAbsent(code.page(), _ -> new ArrayList<>()).add(page);
            } else {
                named.add(code.page());
            }
        }
        List<Integer> missing = IntStream.rangeClosed(1, expected.pages()).boxed().filter(page -> !byPage.containsKey(page)).toList();
        if (!missing.isEmpty()) {
            // an unread page may be the missing one, whatever else is wrong
            problems.addAll(unread(extra));
            problems.sort((one, other) -> Integer.compare(position(one), position(other)));
        }
        missing.stream().filter(page -> !named.contains(page)).map(ScanProblem.MissingPage::new).forEach(problems::add);
        byPage.forEach((page, found) -> {
            if (found.size() > 1) {
                problems.add(new ScanProblem.DuplicatePage(page, found.stream().map(ScanPage::position).toList()));
            }
        });
        return problems.isEmpty()
                ? new ScanVerdict.Accepted(byPage.values().stream().map(List::getFirst).toList(), extra)
                : new ScanVerdict.Refused(problems);
    }

    private static Optional<ScanProblem> disagreement(ScanPage page) {
        return page.finding() == CodeFinding.DISAGREE ? Optional.of(new ScanProblem.CodesDisagree(page.position())) : Optional.empty();
    }

    /** The first field that differs, from the coarsest to the finest: a page of another unit is not also said to have other figures. */
    private static Optional<ScanProblem> mismatch(ExpectedPaper expected, int position, QrText code) {
        if (!code.unit().equals(expected.unit())) {
            return Optional.of(new ScanProblem.WrongUnit(position, code.unit()));
        }
        if (!code.period().equals(expected.period())) {
            return Optional.of(new ScanProblem.WrongPeriod(position, code.period()));
        }
        if (code.kind() != expected.kind()) {
            return Optional.of(new ScanProblem.WrongKind(position, code.kind()));
        }
        if (code.revision() != expected.revision()) {
            return Optional.of(new ScanProblem.WrongRevision(position, code.page(), code.revision()));
        }
        if (!code.digest().equals(expected.digest())) {
            return Optional.of(new ScanProblem.WrongDigest(position, code.page(), code.digest()));
        }
        if (code.pages() != expected.pages()) {
            return Optional.of(new ScanProblem.WrongPageCount(position, code.pages()));
        }
        return Optional.empty();
    }

    private static Optional<ScanProblem> neverOnPaper(ScanPage page, QrText code) {
        return page.isNeverOnPaper() ? Optional.of(new ScanProblem.NeverOnPaper(page.position(), code.page())) : Optional.empty();
    }

    private static List<ScanProblem> unread(List<ScanPage> extra) {
        List<ScanProblem> problems = new ArrayList<>();
        for (ScanPage page : extra) {
            switch (page.finding()) {
                case NONE -> problems.add(new ScanProblem.NoCode(page.position()));
                case FOREIGN -> problems.add(new ScanProblem.Foreign(page.position()));
                case READ, DISAGREE -> {
                }
            }
        }
        return problems;
    }

    private static int position(ScanProblem problem) {
        return switch (problem) {
            case ScanProblem.NoCode(int position) -> position;
            case ScanProblem.Foreign(int position) -> position;
            case ScanProblem.CodesDisagree(int position) -> position;
            case ScanProblem.WrongUnit(int position, var _) -> position;
            case ScanProblem.WrongPeriod(int position, var _) -> position;
            case ScanProblem.WrongKind(int position, var _) -> position;
            case ScanProblem.WrongRevision(int position, int _, int _) -> position;
            case ScanProblem.WrongDigest(int position, int _, var _) -> position;
            case ScanProblem.WrongPageCount(int position, int _) -> position;
            case ScanProblem.NeverOnPaper(int position, int _) -> position;
            case ScanProblem.Unreadable _,ScanProblem.MissingPage _,ScanProblem.DuplicatePage _ -> Integer.MAX_VALUE;
        };
    }
}
