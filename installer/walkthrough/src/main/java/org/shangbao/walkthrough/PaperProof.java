package org.shangbao.walkthrough;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.shangbao.paper.ExpectedPaper;
import org.shangbao.paper.PageKind;
import org.shangbao.paper.ScanCheck;
import org.shangbao.paper.ScanPage;
import org.shangbao.paper.ScanReader;
import org.shangbao.paper.ScanReading;
import org.shangbao.paper.ScanVerdict;
import org.shangbao.paper.StampAdvice;
import org.shangbao.paper.simulation.DamageKind;
import org.shangbao.paper.simulation.PaperSimulator;
import org.shangbao.paper.simulation.PrintedSheets;
import org.shangbao.paper.simulation.SimulationOptions;

/**
 * Scans whole documents with damage and counts what becomes of them. Each document is read once; what was read of it is then held against
 * every other paper and with pages exchanged, as the office that mixes up its stacks would hand it in. Documents are independent: number
 * and seed make the very same one again.
 */
final class PaperProof {
    /** Every so many documents go the whole way through a PDF file; the others hand over the same pictures without the file round them. */
    private static final int WHOLE_WAY = 8;

    private final List<SampleReport> papers;
    private final long seed;
    private final PaperSimulator simulator = new PaperSimulator();
    private final ScanReader reader = new ScanReader();
    private final Map<String, PrintedSheets> sheets = new ConcurrentHashMap<>();
    /** What was read last of each paper, by its place in the list: sheets that may get into another stack. */
    private final Map<Integer, List<ScanPage>> latest = new ConcurrentHashMap<>();
    private final Consumer<String> failures;

    /** What became of the honest documents of one kind of damage. */
    static final class Honest {
        int accepted;
        int refused;
        int stampRight;
        int stampWrong;

        void add(Honest other) {
            accepted += other.accepted;
            refused += other.refused;
            stampRight += other.stampRight;
            stampWrong += other.stampWrong;
        }
    }

    /** All counts: honest documents by kind, tries with wrong paper by what was wrong: tried, accepted. */
    static final class Counts {
        final Map<DamageKind, Honest> honest = new EnumMap<>(DamageKind.class);
        final Map<String, int[]> wrong = new java.util.TreeMap<>();

        void add(Counts other) {
            other.honest.forEach(this::honest);
            other.wrong.forEach((what, tries) -> wrong.merge(what, tries, (one, two) -> new int[]{ one[0] + two[0], one[1] + two[1] }));
        }

        synchronized void honest(DamageKind kind, Honest one) { honest.computeIfAbsent(kind, _ -> new Honest()).add(one); }

        synchronized void wrong(String what, boolean accepted) {
            int[] counts = wrong.computeIfAbsent(what, _ -> new int[2]);
            counts[0]++;
            counts[1] += accepted ? 1 : 0;
        }

        Honest all(boolean tunedOn) {
            Honest all = new Honest();
            honest.forEach((kind, one) -> {
                if (kind.isTunedOn() == tunedOn) {
                    all.add(one);
                }
            });
            return all;
        }

        /** 99.5 of 100 honest documents and 99 of 100 stamps in both groups, and no wrong paper. */
        boolean isProved() {
            return List.of(all(true), all(false)).stream()
                    .allMatch(one -> 1000L * one.accepted >= 995L * (one.accepted + one.refused)
                            && 100L * one.stampRight >= 99L * (one.stampRight + one.stampWrong))
                    && wrong.entrySet().stream().allMatch(row -> row.getKey().startsWith(REPORTED) || row.getValue()[1] == 0);
        }
    }

    /** What is told but not demanded. */
    static final String REPORTED = "(told) ";
    /** Wrong paper that was laid on the glass itself, every try a scan of its own; what does not begin so is a check on a reading used before. */
    static final String SCANNED = "scanned: ";

    private static final String SCREEN = REPORTED + "photographed screen";

    /** True if every try of this kind was a scan of its own. */
    static boolean isScanned(String what) {
        return what.startsWith(SCANNED) || what.equals(SCREEN);
    }

    /** @param failures gets a line for every honest document that was refused */
    PaperProof(List<SampleReport> papers, long seed, Consumer<String> failures) {
        this.papers = papers;
        this.seed = seed;
        this.failures = failures;
    }

    /** Runs documents {@code from} to {@code to} (exclusive) at one resolution; stops early when there is no time left. */
    Counts run(int dpi, int from, int to, BooleanSupplier timeLeft) {
        Counts counts = new Counts();
        IntStream.range(from, to).parallel().filter(_ -> timeLeft.getAsBoolean()).forEach(number -> document(dpi, number, counts));
        return counts;
    }

    /** Number of ordered pairs of papers: as many wrong stacks cover all of them once. */
    int pairs() {
        return papers.size() * (papers.size() - 1);
    }

    /**
     * Scans wrong stacks {@code from} to {@code to} (exclusive) whole, from sheets to file and back: every other one is a whole stack of
     * another paper, the rest are right stacks with one sheet of another paper in the place of its own.
     */
    Counts runWrong(int dpi, int from, int to, BooleanSupplier timeLeft) {
        Counts counts = new Counts();
        IntStream.range(from, to).parallel().filter(_ -> timeLeft.getAsBoolean()).forEach(number -> wrongStack(dpi, number, counts));
        return counts;
    }

    private void wrongStack(int dpi, int number, Counts counts) {
        int pair = number % pairs();
        SampleReport wanted = papers.get(pair / (papers.size() - 1));
        SampleReport other = others(wanted).get(pair % (papers.size() - 1));
        long documentSeed = new Random(~seed + 31L * number + dpi).nextLong();
        Random random = new Random(documentSeed);
        DamageKind kind = DamageKind.values()[random.nextInt(DamageKind.values().length)];
        SimulationOptions options = SimulationOptions.of(documentSeed, dpi, kind).withMarks(true, true);
        // the second round over all pairs turns the two kinds of stack round
        boolean whole = (pair + number / pairs()) % 2 == 0;
        PrintedSheets stack = whole ? sheets(other, dpi) : swapped(sheets(wanted, dpi), sheets(other, dpi), random);
        String difference = "other " + difference(wanted.paper(), other.paper());
        try {
            counts.wrong(SCANNED + (whole ? difference : "one sheet of " + difference), isAccepted(wanted.paper(),
                    read(stack, options, true)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SampleReport> others(SampleReport wanted) { return papers.stream().filter(paper -> paper != wanted).toList(); }

    /** The right stack with the other paper's sheet in one place; its number on that paper is the same where both have it. */
    private static PrintedSheets swapped(PrintedSheets right, PrintedSheets other, Random random) {
        List<byte[]> pages = new ArrayList<>(right.pages());
        int at = random.nextInt(Math.min(pages.size(), other.pages().size()));
        pages.set(at, other.pages().get(at));
        return new PrintedSheets(right.dpi(), right.width(), right.height(), right.signaturePage(), pages);
    }

    private void document(int dpi, int number, Counts counts) {
        DamageKind kind = DamageKind.values()[number % DamageKind.values().length];
        long documentSeed = new Random(seed + 31L * number + dpi).nextLong();
        Random random = new Random(documentSeed);
        SampleReport paper = papers.get(random.nextInt(papers.size()));
        boolean stamped = random.nextInt(4) > 0;
        SimulationOptions options = SimulationOptions.of(documentSeed, dpi, kind).withMarks(random.nextInt(5) > 0, stamped)
                .withStampAt(random.nextGaussian() * 3, random.nextGaussian() * 3)
                .withUpsideDownPages(IntStream.rangeClosed(1, paper.paper().pages()).filter(_ -> random.nextInt(5) == 0).boxed()
                        .toArray(Integer[]::new));
        if (random.nextInt(3) == 0) {
            options = options.shuffled();
        }
        try {
            List<ScanPage> pages = read(sheets(paper, dpi), options, number % WHOLE_WAY == 0);
            counts.honest(kind, honest(paper.paper(), pages, stamped, kind + " " + dpi + " dpi, document " + number));
            otherPapers(paper, pages, counts);
            exchangedPages(paper, dpi, pages, options, random, counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PrintedSheets sheets(SampleReport paper, int dpi) {
        return sheets.computeIfAbsent(papers.indexOf(paper) + " " + dpi, _ -> {
            try {
                return PrintedSheets.of(paper.pdf(), dpi);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<ScanPage> read(PrintedSheets printed, SimulationOptions options, boolean wholeWay) throws IOException {
        if (wholeWay) {
            return reader.read(List.of(simulator.scan(printed, options).pdf())) instanceof ScanReading.Read(List<ScanPage> pages)
                    ? pages
                    : List.of();
        }
        List<ScanPage> pages = new ArrayList<>();
        for (BufferedImage picture : simulator.pictures(printed, options)) {
            pages.add(reader.readPage(picture, pages.size() + 1));
        }
        return pages;
    }

    private Honest honest(ExpectedPaper paper, List<ScanPage> pages, boolean stamped, String name) {
        Honest one = new Honest();
        ScanVerdict verdict = ScanCheck.check(paper, new ScanReading.Read(pages));
        if (verdict instanceof ScanVerdict.Refused refused) {
            failures.accept(name + ": " + refused.problems());
            one.refused++;
            return one;
        }
        one.accepted++;
        List<StampAdvice> seen = pages.stream().map(ScanPage::stamp).filter(stamp -> stamp != StampAdvice.NOT_LOOKED_FOR).toList();
        boolean grey = seen.contains(StampAdvice.GREY_SCAN);
        // pages without a 签章区 are looked at too when nobody says where it is: a stamp anywhere counts as one
        boolean right = grey || seen.contains(StampAdvice.SEEN) == stamped && (stamped || !seen.contains(StampAdvice.UNSURE));
        if (right) {
            one.stampRight++;
        } else {
            failures.accept(name + ": stamp " + (stamped ? "set" : "not set") + ", told " + seen);
            one.stampWrong++;
        }
        return one;
    }

    /** The scan of one paper is no scan of any other: every ordered pair, and papers that differ in one field only. */
    private void otherPapers(SampleReport paper, List<ScanPage> pages, Counts counts) {
        ExpectedPaper own = paper.paper();
        for (SampleReport other : papers) {
            if (other != paper) {
                counts.wrong("other " + difference(own, other.paper()), isAccepted(other.paper(), pages));
            }
        }
        for (int more : new int[]{ -1, 1 }) {
            counts.wrong("other page count only", isAccepted(
                    new ExpectedPaper(own.unit(), own.period(), own.kind(), own.revision(), own.pages() + more, own.digest()), pages));
        }
        counts.wrong("other revision number only",
                isAccepted(new ExpectedPaper(own.unit(), own.period(), own.kind(), own.revision() + 1, own.pages(), own.digest()), pages));
        counts.wrong("sign-off sheet wanted",
                isAccepted(new ExpectedPaper(own.unit(), own.period(), PageKind.SIGN_OFF, own.revision(), own.pages(), own.digest()),
                        pages));
    }

    private static String difference(ExpectedPaper one, ExpectedPaper two) {
        List<String> parts = new ArrayList<>();
        if (!one.unit().equals(two.unit())) {
            parts.add("unit");
        }
        if (!one.period().equals(two.period())) {
            parts.add("period");
        }
        if (one.revision() != two.revision()) {
            parts.add("revision");
        }
        if (one.pages() != two.pages()) {
            parts.add("page count");
        }
        return parts.isEmpty() ? "figures under the same number" : String.join(", ", parts);
    }

    /** One sheet of the stack is missing, doubled, or of another paper or page. */
    private void exchangedPages(SampleReport paper, int dpi, List<ScanPage> pages, SimulationOptions options, Random random, Counts counts)
            throws IOException {
        if (pages.isEmpty()) {
            return;
        }
        int at = random.nextInt(pages.size());
        List<ScanPage> missing = new ArrayList<>(pages);
        missing.remove(at);
        counts.wrong("a page missing", !missing.isEmpty() && isAccepted(paper.paper(), missing));
        if (pages.size() > 1) {
            List<ScanPage> doubled = new ArrayList<>(pages);
            doubled.set(at, moved(pages.get((at + 1) % pages.size()), at + 1));
            counts.wrong("another page of the same paper in its place", isAccepted(paper.paper(), doubled));
        }
        for (SampleReport other : papers) {
            List<ScanPage> foreign = other == paper ? List.of() : latest.getOrDefault(papers.indexOf(other), List.of());
            if (foreign.isEmpty()) {
                continue;
            }
            ScanPage sheet = foreign.get(Math.min(at, foreign.size() - 1));
            List<ScanPage> swapped = new ArrayList<>(pages);
            swapped.set(at, moved(sheet, at + 1));
            counts.wrong("a page of another paper among right ones", isAccepted(paper.paper(), swapped));
            List<ScanPage> added = new ArrayList<>(pages);
            added.add(moved(sheet, pages.size() + 1));
            // a page nobody can read is taken for the back of a sheet when nothing is missing
            counts.wrong(sheet.code() == null ? REPORTED + "an unread page besides" : "a page of another paper besides",
                    isAccepted(paper.paper(), added));
        }
        latest.put(papers.indexOf(paper), pages);
        if (random.nextInt(20) == 0) {
            PrintedSheets screen = sheets(paper, dpi).onScreen();
            counts.wrong(SCREEN, isAccepted(paper.paper(),
                    read(screen, SimulationOptions.of(options.seed(), dpi, DamageKind.TELEPHONE).withMarks(false, false), false)));
        }
    }

    private static ScanPage moved(ScanPage page, int position) {
        return new ScanPage(position, 1, position, page.finding(), page.code(), page.codesRead(), page.rotationDegrees(),
                page.resolution(), page.legibility(), page.stamp(), page.ink(), page.drawnText(), page.frame());
    }

    private static boolean isAccepted(ExpectedPaper paper, List<ScanPage> pages) {
        return ScanCheck.check(paper, new ScanReading.Read(pages)) instanceof ScanVerdict.Accepted;
    }

    /** The kinds in the order of the tables. */
    static List<DamageKind> kinds() { return Arrays.asList(DamageKind.values()); }
}
