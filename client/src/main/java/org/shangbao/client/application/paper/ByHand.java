package org.shangbao.client.application.paper;

import java.util.List;

import org.shangbao.wire.v1.PaperByHand;

/**
 * What a clerk says of pages no machine reads.
 *
 * @param manner    how the paper is known
 * @param checkCode 校验码 as typed from the paper; empty for a form filled by hand
 * @param pages     which page each unread one is, in the order of the scan, 0 for a sheet that is no page; empty if they are the missing pages in
 *                  their order
 * @param reason    why no machine reads it
 */
public record ByHand(PaperByHand.Manner manner, String checkCode, List<Integer> pages, String reason) {
    /** Copies the list. */
    public ByHand {
        pages = List.copyOf(pages);
    }
}
