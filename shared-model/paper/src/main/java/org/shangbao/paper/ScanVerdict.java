package org.shangbao.paper;

import java.util.List;

/** Whether a scan is of the expected paper. */
public sealed interface ScanVerdict {
    /**
     * All pages of exactly that revision are there, once each.
     *
     * @param pages the pages of the paper in their order: element 0 is page 1
     * @param extra pages that are none of the paper's, for example blank backs; advice only
     */
    record Accepted(List<ScanPage> pages, List<ScanPage> extra) implements ScanVerdict {
        /** Copies the lists. */
        public Accepted {
            pages = List.copyOf(pages);
            extra = List.copyOf(extra);
        }
    }

    /**
     * The scan is not taken.
     *
     * @param problems at least one, in the order of the scan, then missing and duplicate pages in the order of the paper
     */
    record Refused(List<ScanProblem> problems) implements ScanVerdict {
        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
