package org.shangbao.client.application.store;

/**
 * What is known of an accepted scan beside the file itself.
 *
 * @param sentAs       how its pages are packed for the way up
 * @param fellBack     true if a smaller form was made first and could not be read well enough
 * @param originalSize bytes of the files it was made of, which stay here
 */
public record ScanDetail(SentAs sentAs, boolean fellBack, long originalSize) {}
