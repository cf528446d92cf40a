package org.shangbao.client.application.text;

/** Parts of the names of files people recognise a month later. */
public final class FileNames {
    private static final int LONGEST_NAME = 60;

    private FileNames() {}

    /** Returns a unit's name without what some system does not take in a file name. */
    public static String part(String name) {
        String allowed = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "");
        return allowed.codePointCount(0, allowed.length()) <= LONGEST_NAME
                ? allowed
                : allowed.substring(0, allowed.offsetByCodePoints(0, LONGEST_NAME));
    }
}
