package org.shangbao.paper;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;

/**
 * What the two QR codes of a page say, format {@code SB1}: {@code SB1.<unit>.<period>.R<nn>.<p>/<N>.<26 Base32>}. At most
 * {@value #MAX_LENGTH} characters of the alphanumeric mode, so every code is version 4 at level Q and never changes its size.
 *
 * @param unit     the unit that reports
 * @param period   the period reported on
 * @param kind     which paper the page belongs to
 * @param revision number of the revision, 1 to {@value #MAX_REVISION}
 * @param page     number of this page, 1 to {@code pages}
 * @param pages    how many pages the paper has, 1 to {@value #MAX_PAGES}
 * @param digest   digest of the revision, the same on every page; on a 审签单 that of the report it signs off
 * @see <a href="docs/formats/qr-v1.md">the format</a>
 */
public record QrText(UnitId unit, PeriodId period, PageKind kind, int revision, int page, int pages, PageDigest digest) {
    /** First field of every text in this format. */
    public static final String FORMAT = "SB1";
    /** Most characters a version 4 code holds at level Q in alphanumeric mode. */
    public static final int MAX_LENGTH = 67;
    /** Largest revision number a code can carry. */
    public static final int MAX_REVISION = 999;
    /** Most pages of one paper. */
    public static final int MAX_PAGES = 99;

    private static final Pattern FORM = Pattern
            .compile("SB1\\.([A-Z0-9]{1,8})\\.([0-9]{4}-(?:0[1-9]|1[0-2]))\\.([RS])(0[1-9]|[1-9][0-9]{1,2})"
                    + "\\.([1-9][0-9]?)/([1-9][0-9]?)\\.([A-Z2-7]{26})");

    /** @throws IllegalArgumentException if a number is out of its bounds */
    public QrText {
        if (revision < 1 || revision > MAX_REVISION) {
            throw new IllegalArgumentException("revision out of bounds: " + revision);
        }
        if (pages < 1 || pages > MAX_PAGES || page < 1 || page > pages) {
            throw new IllegalArgumentException("no such page: " + page + "/" + pages);
        }
    }

    /** Returns the text for the code; {@link #parse} reads it back to an equal value. */
    public String encode() {
        return String.format(Locale.ROOT, "%s.%s.%s.%c%02d.%d/%d.%s", FORMAT, unit.value(), period.value(), kind.letter(), revision, page,
                pages,
                digest.value());
    }

    /**
     * Reads a text found in a code; empty if it is not exactly what {@link #encode} writes.
     *
     * @param text from an untrusted picture, of any length
     */
    public static Optional<QrText> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher fields = FORM.matcher(text);
        if (!fields.matches()) {
            return Optional.empty();
        }
        int page = Integer.parseInt(fields.group(5));
        int pages = Integer.parseInt(fields.group(6));
        if (page > pages) {
            return Optional.empty();
        }
        PageKind kind = fields.group(3).equals("R") ? PageKind.REPORT : PageKind.SIGN_OFF;
        return Optional.of(
                new QrText(new UnitId(fields.group(1)), new PeriodId(fields.group(2)), kind, Integer.parseInt(fields.group(4)), page, pages,
                        new PageDigest(fields.group(7))));
    }

    /** Returns the 校验码 people compare: the first 8 characters of the digest. */
    public String checkCode() { return digest.checkCode(); }

    /** Returns the 报表编号 printed on the paper: {@code <unit>-<period>-R<nn>}. */
    public String reportNumber() {
        return String.format(Locale.ROOT, "%s-%s-%c%02d", unit.value(), period.value(), kind.letter(), revision);
    }

    /** Returns the text of another page of the same paper. */
    public QrText onPage(int otherPage) {
        return new QrText(unit, period, kind, revision, otherPage, pages, digest);
    }

    @Override
    public String toString() { return encode(); }
}
