package org.shangbao.model.report;

/**
 * A file that belongs to an answer, named by its content.
 *
 * @param fileName name as the clerk knows it; never used as a path
 * @param sha256   64 lower-case hexadecimal digits
 * @param size     bytes
 */
public record Attachment(String fileName, String sha256, long size) {}
