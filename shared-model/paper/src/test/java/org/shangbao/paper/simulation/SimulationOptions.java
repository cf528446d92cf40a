package org.shangbao.paper.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.shangbao.paper.simulation.Damage.Colour;

/**
 * What is done with a paper between printer and file. Start from {@link #office} or {@link #of} and change what matters with the
 * {@code with…} methods.
 *
 * @param seed   same seed, same scan
 * @param dpi    resolution of the scan, 75 to 400
 * @param damage what happens to the next sheet
 * @param marks  what people put on it
 * @param stack  how the pages were laid
 */
public record SimulationOptions(long seed, int dpi, Function<Random, Damage> damage, Marks marks, Stack stack) {
    /**
     * Signature and stamp.
     *
     * @param signature     whether 负责同志 signed
     * @param stamp         whether the 公章 is set
     * @param overCode      whether the stamp is set a second time, over the lower left code
     * @param stampText     text round the ring, for example 丙省乙市甲县教育局
     * @param stampFont     bytes of a TrueType font with these characters; null draws strokes that only look like writing
     * @param offsetX       how far right of the square's middle the stamp is set, in mm
     * @param offsetY       how far below it, in mm
     * @param signaturePage page with the 签章区, from 1; 0 finds it by its words
     */
    public record Marks(boolean signature, boolean stamp, boolean overCode, String stampText, byte @Nullable [] stampFont, double offsetX,
            double offsetY, int signaturePage) {}

    /**
     * The stack of sheets; pages of the paper from 1.
     *
     * @param upsideDown   laid the wrong way up
     * @param dropped      forgotten
     * @param doubled      scanned twice
     * @param withoutCodes pages whose codes are torn off or covered
     * @param shuffled     whether the pages are out of order
     */
    public record Stack(Set<Integer> upsideDown, Set<Integer> dropped, Set<Integer> doubled, Set<Integer> withoutCodes, boolean shuffled) {
        /** Copies the sets. */
        public Stack {
            upsideDown = Set.copyOf(upsideDown);
            dropped = Set.copyOf(dropped);
            doubled = Set.copyOf(doubled);
            withoutCodes = Set.copyOf(withoutCodes);
        }
    }

    /** @throws IllegalArgumentException if there is no such scanner */
    public SimulationOptions {
        if (dpi < 75 || dpi > 400) {
            throw new IllegalArgumentException("no such scanner: " + dpi + " dpi");
        }
    }

    /** A clean office scan of a signed and stamped paper: 150 dpi (the least the rules allow), up to 1.2° aslant, JPEG 60. */
    public static SimulationOptions office(long seed) {
        return of(seed, 150, DamageKind.OFFICE);
    }

    /** A signed and stamped paper damaged in one way. */
    public static SimulationOptions of(long seed, int dpi, DamageKind kind) {
        return new SimulationOptions(seed, dpi, kind::draw, new Marks(true, true, kind.stampsOverCode(), "", null, 1.5, -1, 0),
                new Stack(Set.of(), Set.of(), Set.of(), Set.of(), false));
    }

    /** Another resolution. */
    public SimulationOptions withDpi(int changed) {
        return new SimulationOptions(seed, changed, damage, marks, stack);
    }

    /** Another slant in degrees at most, JPEG quality and noise. */
    public SimulationOptions withScanner(double slant, int quality, double noise) {
        return new SimulationOptions(seed, dpi,
                random -> damage.apply(random).withSlant((random.nextDouble() * 2 - 1) * slant).withSensor(noise, quality), marks, stack);
    }

    /** Another kind of scanner. */
    public SimulationOptions withColour(Colour colour) {
        return new SimulationOptions(seed, dpi, random -> damage.apply(random).withColour(colour), marks, stack);
    }

    /** Signed or stamped or neither. */
    public SimulationOptions withMarks(boolean signature, boolean stamp) {
        return with(new Marks(signature, stamp, marks.overCode && stamp, marks.stampText, marks.stampFont, marks.offsetX, marks.offsetY,
                marks.signaturePage));
    }

    /** Another writing on the stamp. */
    public SimulationOptions withStampText(String text, byte @Nullable [] font) {
        return with(new Marks(marks.signature, marks.stamp, marks.overCode, text, font, marks.offsetX, marks.offsetY,
                marks.signaturePage));
    }

    /** Another place of the stamp, in mm from the middle of its square. */
    public SimulationOptions withStampAt(double offsetX, double offsetY) {
        return with(new Marks(marks.signature, marks.stamp, marks.overCode, marks.stampText, marks.stampFont, offsetX, offsetY,
                marks.signaturePage));
    }

    /** The page that is signed. */
    public SimulationOptions withSignaturePage(int page) {
        return with(new Marks(marks.signature, marks.stamp, marks.overCode, marks.stampText, marks.stampFont, marks.offsetX,
                marks.offsetY, page));
    }

    /** Pages laid the wrong way up. */
    public SimulationOptions withUpsideDownPages(Integer... pages) {
        return with(new Stack(Set.of(pages), stack.dropped, stack.doubled, stack.withoutCodes, stack.shuffled));
    }

    /** Pages forgotten. */
    public SimulationOptions withPagesToDrop(Integer... pages) {
        return with(new Stack(stack.upsideDown, Set.of(pages), stack.doubled, stack.withoutCodes, stack.shuffled));
    }

    /** Pages scanned twice. */
    public SimulationOptions withPagesToDouble(Integer... pages) {
        return with(new Stack(stack.upsideDown, stack.dropped, Set.of(pages), stack.withoutCodes, stack.shuffled));
    }

    /** Pages whose codes cannot be seen. */
    public SimulationOptions withPagesWithoutCodes(Integer... pages) {
        return with(new Stack(stack.upsideDown, stack.dropped, stack.doubled, Set.of(pages), stack.shuffled));
    }

    /** Pages out of order; with two pages or more the order is never the right one. */
    public SimulationOptions shuffled() {
        return with(new Stack(stack.upsideDown, stack.dropped, stack.doubled, stack.withoutCodes, true));
    }

    private SimulationOptions with(Marks changed) { return new SimulationOptions(seed, dpi, damage, changed, stack); }

    private SimulationOptions with(Stack changed) { return new SimulationOptions(seed, dpi, damage, marks, changed); }

    /** The pages of the paper with 1 to {@code count}, dropped ones left out, doubled ones twice, shuffled if asked. */
    List<Integer> pagesOf(int count, Random random) {
        List<Integer> pages = new ArrayList<>();
        for (int page = 1; page <= count; page++) {
            if (!stack.dropped.contains(page)) {
                pages.add(page);
            }
            if (stack.doubled.contains(page)) {
                pages.add(page);
            }
        }
        List<Integer> sorted = List.copyOf(pages);
        while (stack.shuffled && sorted.stream().distinct().count() > 1 && pages.equals(sorted)) {
            Collections.shuffle(pages, random);
        }
        return pages;
    }
}
