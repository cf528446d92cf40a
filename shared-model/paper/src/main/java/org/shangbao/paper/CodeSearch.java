package org.shangbao.paper;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Finds the codes of one page. A decoder given a whole page of Chinese text takes 回, 国 and 目 for finder patterns, so it gets windows:
 * the four corners first, whichever way the page was laid on the glass, then a grid for photographs with much table round the paper.
 */
final class CodeSearch {
    /** Side of a corner window as a share of the long side of the picture: 75 of 297 mm. */
    private static final double CORNER = 75 / PaperGeometry.SHEET_HEIGHT;
    /** Side of a window of the grid: 90 of 297 mm, so that neighbours overlap by more than a code. */
    private static final double TILE = 90 / PaperGeometry.SHEET_HEIGHT;
    /** White and text taken along round the place where the second code must be, in mm. */
    private static final double PARTNER_MARGIN = 14;

    private final BufferedImage picture;
    private @Nullable CodeHit first;
    private @Nullable CodeHit second;
    private boolean foreign;

    private CodeSearch(BufferedImage picture) { this.picture = picture; }

    /** What the search found: at most two codes of ours, and whether there was a code of somebody else's. */
    record Found(@Nullable CodeHit first, @Nullable CodeHit second, boolean foreign) {}

    static Found search(BufferedImage picture) {
        CodeSearch search = new CodeSearch(picture);
        search.run();
        return new Found(search.first, search.second, search.foreign);
    }

    private void run() {
        List<CodeWindow> corners = windows(CORNER, 2, 2);
        boolean found = tryAll(corners, DecodePass.CHEAP) || tryAll(corners, DecodePass.DEAR)
                || tryAll(windows(TILE, 3, 4), DecodePass.CHEAP);
        CodeHit hit = first;
        if (found && hit != null && second == null) {
            lookForPartner(hit);
        }
    }

    private List<CodeWindow> windows(double share, int across, int down) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int side = (int) (Math.max(width, height) * share);
        int columns = width > height ? down : across;
        int rows = width > height ? across : down;
        List<CodeWindow> windows = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int left = (int) ((long) Math.max(0, width - side) * column / (columns - 1));
                int top = (int) ((long) Math.max(0, height - side) * row / (rows - 1));
                CodeWindow window = new CodeWindow(picture, new Rectangle(left, top, side, side));
                if (!window.isHopeless()) {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    private boolean tryAll(List<CodeWindow> windows, List<DecodePass> passes) {
        for (DecodePass pass : passes) {
            for (CodeWindow window : windows) {
                window.decode(pass).ifPresent(this::take);
            }
            if (first != null) {
                return true;
            }
        }
        return false;
    }

    private void take(CodeHit hit) {
        if (hit.text() == null) {
            foreign = true;
            return;
        }
        if (first == null) {
            first = hit;
        } else if (second == null && !hit.isAtPlaceOf(first)) {
            second = hit;
        }
    }

    private void lookForPartner(CodeHit hit) {
        CodePlace place = hit.place(picture.getWidth(), picture.getHeight());
        Rectangle around = PageFrame.ofOne(hit, place).pixelsAround(place.partner().code().grownBy(PARTNER_MARGIN));
        CodeWindow window = new CodeWindow(picture, around);
        if (window.isHopeless()) {
            return;
        }
        for (DecodePass pass : DecodePass.values()) {
            Optional<CodeHit> partner = window.decode(pass);
            partner.ifPresent(this::take);
            if (second != null) {
                return;
            }
        }
    }
}
