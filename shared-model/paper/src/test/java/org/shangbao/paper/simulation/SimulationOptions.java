package org.shangbao.paper.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What happens to the paper between printer and file. Start from {@link #office} and change what matters with the {@code with…} methods.
 *
 * @param seed               same seed, same scan
 * @param dpi                resolution of the scan, 75 to 400
 * @param rotationDegrees    largest slant of a page either way; each page gets its own
 * @param jpegQuality        1 to 100
 * @param noise              standard deviation of the noise in levels of 255
 * @param signature          whether 负责同志 signed
 * @param stamp              whether the 公章 is set
 * @param stampText          text round the ring, for example 丙省乙市甲县教育局
 * @param stampFont          bytes of a TrueType font with these characters; null draws strokes that only look like writing
 * @param stampOffsetX       how far right of the square's middle the stamp is set, in mm
 * @param stampOffsetY       how far below it, in mm
 * @param signaturePage      page with the 签章区, from 1; 0 finds the first page with the text 盖章
 * @param upsideDownPages    pages of the paper, from 1, laid the wrong way up
 * @param pagesToDrop        pages forgotten
 * @param pagesToDouble      pages scanned twice
 * @param pagesWithoutCodes  pages whose codes are torn off or covered
 * @param shuffle            whether the pages are out of order
 * @param colour             colour, grey or black and white
 */
public record SimulationOptions(long seed, int dpi, double rotationDegrees, int jpegQuality, double noise, boolean signature, boolean stamp,
        String stampText, byte @Nullable [] stampFont, double stampOffsetX, double stampOffsetY, int signaturePage,
        Set<Integer> upsideDownPages,
        Set<Integer> pagesToDrop, Set<Integer> pagesToDouble, Set<Integer> pagesWithoutCodes, boolean shuffle, Colour colour) {
    /** How the scanner sees. */
    public enum Colour {
        /** Three channels. */
        COLOUR,
        /** One channel of 256 levels. */
        GREY,
        /** Black and white by one threshold. */
        ONE_BIT
    }

    /** Checks the bounds and copies the sets. */
    public SimulationOptions {
        if (dpi < 75 || dpi > 400 || jpegQuality < 1 || jpegQuality > 100) {
            throw new IllegalArgumentException("no such scanner: " + dpi + " dpi, quality " + jpegQuality);
        }
        upsideDownPages = Set.copyOf(upsideDownPages);
        pagesToDrop = Set.copyOf(pagesToDrop);
        pagesToDouble = Set.copyOf(pagesToDouble);
        pagesWithoutCodes = Set.copyOf(pagesWithoutCodes);
    }

    /** A clean office scan of a signed and stamped paper: 150 dpi (the least the rules allow), up to 1.2° aslant, JPEG 60. */
    public static SimulationOptions office(long seed) {
        return new SimulationOptions(seed, 150, 1.2, 60, 3, true, true, "", null, 1.5, -1, 0, Set.of(), Set.of(), Set.of(), Set.of(), false,
                Colour.COLOUR);
    }

    /** Another resolution. */
    public SimulationOptions withDpi(int changed) {
        return new SimulationOptions(seed, changed, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont,
                stampOffsetX, stampOffsetY,
                signaturePage, upsideDownPages, pagesToDrop, pagesToDouble, pagesWithoutCodes, shuffle, colour);
    }

    /** Another slant, JPEG quality and noise. */
    public SimulationOptions withScanner(double changedRotation, int changedQuality, double changedNoise) {
        return new SimulationOptions(seed, dpi, changedRotation, changedQuality, changedNoise, signature, stamp, stampText, stampFont,
                stampOffsetX,
                stampOffsetY, signaturePage, upsideDownPages, pagesToDrop, pagesToDouble, pagesWithoutCodes, shuffle, colour);
    }

    /** Signed or stamped or neither. */
    public SimulationOptions withMarks(boolean changedSignature, boolean changedStamp) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, changedSignature, changedStamp, stampText, stampFont,
                stampOffsetX,
                stampOffsetY, signaturePage, upsideDownPages, pagesToDrop, pagesToDouble, pagesWithoutCodes, shuffle, colour);
    }

    /** Another writing on the stamp. */
    public SimulationOptions withStampText(String changedText, byte @Nullable [] changedFont) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, changedText, changedFont,
                stampOffsetX, stampOffsetY,
                signaturePage, upsideDownPages, pagesToDrop, pagesToDouble, pagesWithoutCodes, shuffle, colour);
    }

    /** Another place of the stamp, in mm from the middle of its square. */
    public SimulationOptions withStampAt(double changedOffsetX, double changedOffsetY) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont, changedOffsetX,
                changedOffsetY,
                signaturePage, upsideDownPages, pagesToDrop, pagesToDouble, pagesWithoutCodes, shuffle, colour);
    }

    /** The page that is signed. */
    public SimulationOptions withSignaturePage(int changedPage) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont, stampOffsetX,
                stampOffsetY,
                changedPage, upsideDownPages, pagesToDrop, pagesToDouble, pagesWithoutCodes, shuffle, colour);
    }

    /** Pages laid the wrong way up. */
    public SimulationOptions withUpsideDownPages(Integer... pages) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont, stampOffsetX,
                stampOffsetY,
                signaturePage, Set.of(pages), pagesToDrop, pagesToDouble, pagesWithoutCodes, shuffle, colour);
    }

    /** Pages forgotten. */
    public SimulationOptions withPagesToDrop(Integer... pages) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont, stampOffsetX,
                stampOffsetY,
                signaturePage, upsideDownPages, Set.of(pages), pagesToDouble, pagesWithoutCodes, shuffle, colour);
    }

    /** Pages scanned twice. */
    public SimulationOptions withPagesToDouble(Integer... pages) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont, stampOffsetX,
                stampOffsetY,
                signaturePage, upsideDownPages, pagesToDrop, Set.of(pages), pagesWithoutCodes, shuffle, colour);
    }

    /** Pages whose codes cannot be seen. */
    public SimulationOptions withPagesWithoutCodes(Integer... pages) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont, stampOffsetX,
                stampOffsetY,
                signaturePage, upsideDownPages, pagesToDrop, pagesToDouble, Set.of(pages), shuffle, colour);
    }

    /** Pages out of order; with two pages or more the order is never the right one. */
    public SimulationOptions shuffled() {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont, stampOffsetX,
                stampOffsetY,
                signaturePage, upsideDownPages, pagesToDrop, pagesToDouble, pagesWithoutCodes, true, colour);
    }

    /** Another kind of scanner. */
    public SimulationOptions withColour(Colour changed) {
        return new SimulationOptions(seed, dpi, rotationDegrees, jpegQuality, noise, signature, stamp, stampText, stampFont, stampOffsetX,
                stampOffsetY,
                signaturePage, upsideDownPages, pagesToDrop, pagesToDouble, pagesWithoutCodes, shuffle, changed);
    }

    /** The pages of the paper with 1 to {@code count}, dropped ones left out and doubled ones twice. */
    List<Integer> pagesOf(int count) {
        List<Integer> pages = new ArrayList<>();
        for (int page = 1; page <= count; page++) {
            if (!pagesToDrop.contains(page)) {
                pages.add(page);
            }
            if (pagesToDouble.contains(page)) {
                pages.add(page);
            }
        }
        return pages;
    }
}
