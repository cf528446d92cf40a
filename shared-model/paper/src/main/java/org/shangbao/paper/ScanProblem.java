package org.shangbao.paper;

import java.util.List;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;

/** One reason why a scan is not of the expected paper. Positions are places in the scan, from 1; pages are those of the paper, from 1. */
public sealed interface ScanProblem {
    /** The scan could not be read at all; {@code file} from 1, or 0 for all files together. */
    record Unreadable(int file, ScanRefusal refusal) implements ScanProblem {}

    /** No code was read on this page, and pages of the paper are missing. */
    record NoCode(int position) implements ScanProblem {}

    /** The page has a code of somebody else's, and pages of the paper are missing. */
    record Foreign(int position) implements ScanProblem {}

    /** The two codes of the page say different things. */
    record CodesDisagree(int position) implements ScanProblem {}

    /** The page is of another unit. */
    record WrongUnit(int position, UnitId found) implements ScanProblem {}

    /** The page is of another period. */
    record WrongPeriod(int position, PeriodId found) implements ScanProblem {}

    /** The page is of the 审签单 where the report is wanted, or the other way round. */
    record WrongKind(int position, PageKind found) implements ScanProblem {}

    /** The page is of another revision; {@code page} is its number on that paper. */
    record WrongRevision(int position, int page, int found) implements ScanProblem {}

    /** Unit, period and revision number are right, but the figures are others: printed from another office's store or an undone 稿. */
    record WrongDigest(int position, int page, PageDigest found) implements ScanProblem {}

    /** The page belongs to a print with another number of pages. */
    record WrongPageCount(int position, int found) implements ScanProblem {}

    /** The page was printed into a file, not scanned: it shows text of a font and no picture of a sheet, so nobody can have signed it. */
    record NeverOnPaper(int position, int page) implements ScanProblem {}

    /** No page of the scan is this page of the paper, nor this page of a wrong paper already named. */
    record MissingPage(int page) implements ScanProblem {}

    /** The page of the paper is in the scan more than once, so nobody can tell which one counts. */
    record DuplicatePage(int page, List<Integer> positions) implements ScanProblem {
        /** Copies the list. */
        public DuplicatePage {
            positions = List.copyOf(positions);
        }
    }
}
