package org.shangbao.client.application.store;

/**
 * A scan file that was taken in because at least one of its pages was accepted.
 *
 * @param fileName name as the clerk knows it
 * @param sha256   its content in the file store
 */
public record ScanFile(String fileName, String sha256) {}
