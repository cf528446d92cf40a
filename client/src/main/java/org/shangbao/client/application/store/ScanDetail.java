package org.shangbao.client.application.store;

import org.jspecify.annotations.Nullable;
import org.shangbao.wire.v1.PaperByHand;

/**
 * What is known of an accepted scan beside the file itself.
 *
 * @param sentAs       how its pages are packed for the way up
 * @param fellBack     true if a smaller form was made first and could not be read well enough
 * @param originalSize bytes of the files it was made of, which stay here
 * @param byHand       what was said of pages no machine reads, null if a machine has read them all
 */
public record ScanDetail(SentAs sentAs, boolean fellBack, long originalSize, @Nullable PaperByHand byHand) {}
