package org.shangbao.client.application.store;

/**
 * What was typed into a blank.
 *
 * @param code  figure code
 * @param typed the text as typed, empty once it was cleared
 */
public record TypedFigure(String code, String typed) {}
