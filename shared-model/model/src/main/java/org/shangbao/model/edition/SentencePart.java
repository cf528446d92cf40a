package org.shangbao.model.edition;

import java.util.List;

/** A piece of an official sentence: printed words or a blank. */
public sealed interface SentencePart {

    /** Words as printed. */
    record Words(String text) implements SentencePart {}

    /**
     * A printed blank.
     *
     * @param codes the figures it holds, mostly one
     */
    record Blank(List<String> codes) implements SentencePart {
        /** Copies the list. */
        public Blank {
            codes = List.copyOf(codes);
        }
    }
}
