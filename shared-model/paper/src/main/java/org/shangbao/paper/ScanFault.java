package org.shangbao.paper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.shangbao.model.unit.UnitId;

/**
 * A {@link ScanProblem} as it travels: a code and the values of its sentence, so that whoever reads it is told in their own words. Made of
 * texts only, since it crosses from the server to the client.
 *
 * @param code   stable name of the sentence, for instance {@code revision}; a reader that does not know it says so in general words
 * @param values values for the sentence's placeholders
 */
public record ScanFault(String code, Map<String, String> values) {
    /** Most faults that are told of one scan; a reader learns nothing from the hundredth. */
    public static final int MOST = 20;

    /** Copies the map. */
    public ScanFault {
        values = Map.copyOf(values);
    }

    /** Says in texts what is wrong with a scan of the expected paper. */
    public static ScanFault of(ExpectedPaper expected, ScanProblem problem) {
        return switch (problem) {
            case ScanProblem.Unreadable(int file, ScanRefusal refusal) -> unreadable(file, refusal);
            case ScanProblem.NoCode(int position) -> at("nocode", position, Map.of());
            case ScanProblem.Foreign(int position) -> at("foreign", position, Map.of());
            case ScanProblem.CodesDisagree(int position) -> at("disagree", position, Map.of());
            case ScanProblem.WrongUnit(int position, UnitId found) -> at("unit", position,
                    Map.of("found", found.value(), "expected", expected.unit().value()));
            case ScanProblem.WrongPeriod(int position, var found) -> at("period", position,
                    Map.of("found", found.value(), "expected", expected.period().value()));
            case ScanProblem.WrongKind(int position, PageKind found) -> at("kind." + found.name(), position, Map.of());
            case ScanProblem.WrongRevision(int position, int page, int found) -> at("revision", position,
                    Map.of("page", text(page), "found", text(found), "expected", text(expected.revision())));
            case ScanProblem.WrongDigest(int position, int page, var _) -> at("digest", position, Map.of("page", text(page)));
            case ScanProblem.WrongPageCount(int position, int found) -> at("pagecount", position,
                    Map.of("found", text(found), "expected", text(expected.pages())));
            case ScanProblem.NeverOnPaper(int position, int page) -> at("neverOnPaper", position, Map.of("page", text(page)));
            case ScanProblem.MissingPage(int page) -> new ScanFault("missing", Map.of("page", text(page)));
            case ScanProblem.DuplicatePage(int page, List<Integer> positions) -> new ScanFault("duplicate", Map.of("page", text(page),
                    "positions", positions.stream().map(ScanFault::text).collect(Collectors.joining("、"))));
        };
    }

    /** A file that was not read at all; {@code file} from 1, or 0 for all files together. */
    public static ScanFault unreadable(int file, ScanRefusal refusal) {
        return new ScanFault("unreadable", Map.of("file", text(file), "reason", refusal.name()));
    }

    /** Returns a copy in which a value reads otherwise, for instance a unit's name in place of its number. */
    public ScanFault with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new ScanFault(code, changed);
    }

    private static ScanFault at(String code, int position, Map<String, String> values) {
        return new ScanFault(code, values).with("position", text(position));
    }

    private static String text(int number) { return Integer.toString(number); }
}
