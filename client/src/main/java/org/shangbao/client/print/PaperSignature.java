package org.shangbao.client.print;

import java.util.Objects;

/** Names printed beside the lines of the signature area; each may be empty. */
public record PaperSignature(String reviewer, String filler, String telephone) {

    /** Nobody is named: every line is written by hand. */
    public static final PaperSignature NONE = new PaperSignature("", "", "");

    public PaperSignature {
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(filler, "filler");
        Objects.requireNonNull(telephone, "telephone");
    }
}
