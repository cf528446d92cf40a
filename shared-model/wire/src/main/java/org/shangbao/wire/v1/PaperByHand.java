package org.shangbao.wire.v1;

import java.util.List;
import java.util.Objects;

/**
 * What the office says of signed paper that no machine reads (手工通道, 未机读). It travels with the upload as {@code byHand} in
 * {@code Upload-Metadata}. It opens the way for pages without a readable code only: a page whose code says another revision, unit, period
 * or page is refused whatever stands here.
 *
 * @param manner    how the office knows the paper
 * @param checkCode 校验码 typed from the paper; empty if the form was filled by hand
 * @param pages     pages of the whole paper; the file has exactly these, in order
 * @param unread    numbers of the pages without a readable code, ascending
 * @param reason    why no machine reads it, in the office's words
 */
public record PaperByHand(Manner manner, String checkCode, int pages, List<Integer> unread, String reason) {
    /** Most pages a paper has. */
    public static final int MOST_PAGES = 60;
    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 200;
    private static final int LONGEST_CODE = 20;

    /** How the office knows that the paper is this revision's. */
    public enum Manner {
        /** The 校验码 printed for people was typed. */
        CHECK_CODE,
        /** The blank form was filled by hand, signed, and its figures typed. */
        HAND_FILLED
    }

    /** @throws IllegalArgumentException if a page is not on the paper or twice, or a text is missing or too long */
    public PaperByHand {
        Objects.requireNonNull(manner);
        Objects.requireNonNull(checkCode);
        unread = List.copyOf(unread);
        boolean isInOrder = !unread.isEmpty() && unread.getFirst() >= 1 && unread.getLast() <= pages;
        for (int index = 1; index < unread.size(); index++) {
            isInOrder &= unread.get(index - 1) < unread.get(index);
        }
        if (!isInOrder || pages > MOST_PAGES || reason.isBlank() || reason.length() > LONGEST_REASON || checkCode.length() > LONGEST_CODE
                || manner == Manner.HAND_FILLED && unread.size() != pages || (manner == Manner.CHECK_CODE) == checkCode.isBlank()) {
            throw new IllegalArgumentException("no paper by hand: " + manner + " " + unread + " of " + pages);
        }
    }
}
