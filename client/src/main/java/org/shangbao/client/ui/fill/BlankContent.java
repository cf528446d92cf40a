package org.shangbao.client.ui.fill;

/**
 * What a blank holds.
 *
 * @param shown  text while nobody types in it
 * @param edited text to begin typing with
 * @param state  look
 */
record BlankContent(String shown, String edited, BlankState state) {}
