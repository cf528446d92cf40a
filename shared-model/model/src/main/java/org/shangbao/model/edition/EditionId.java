package org.shangbao.model.edition;

import java.util.regex.Pattern;

/**
 * Identity of a form edition, for example {@code moe-jjs-bimonthly-2023-10}; always used together with the digest of its bytes.
 *
 * @param value 1 to 64 characters of {@code a–z 0–9 -}
 */
public record EditionId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** @throws IllegalArgumentException if {@code value} has another form */
    public EditionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an edition id: " + value);
        }
    }

    @Override
    public String toString() { return value; }
}
