package org.shangbao.client.application.enrolment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A person's password as the secret of a data folder. What is typed is brought to one Unicode form first, so that full-width digits of an
 * input method open what half-width ones closed; the prefix keeps passwords and unlock files apart ({@code docs/formats/data-folder.md}).
 */
public final class OfficePassword {
    /** Least number of characters of a new password. */
    public static final int LEAST_CHARACTERS = 8;
    private static final String PREFIX = "shangbao-password/1:";

    private OfficePassword() {}

    /** True if it is long enough for a new password; white space around it does not count. */
    public static boolean isLongEnough(String typed) {
        String normal = normal(typed);
        return normal.codePointCount(0, normal.length()) >= LEAST_CHARACTERS;
    }

    /** Returns the secret that a data folder is unlocked with. */
    public static byte[] secret(String typed) {
        return (PREFIX + normal(typed)).getBytes(StandardCharsets.UTF_8);
    }

    /** True if a secret was made of a password, not of an unlock file. */
    public static boolean isSecret(byte[] secret) {
        byte[] prefix = PREFIX.getBytes(StandardCharsets.UTF_8);
        return secret.length >= prefix.length && Arrays.equals(secret, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static String normal(String typed) { return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip(); }
}
