package org.shangbao.model.edition;

/**
 * Files the form asks for beside an item.
 *
 * @param label  what is to be attached
 * @param rollUp how they reach the level above
 */
public record AttachmentDefinition(String label, TextRollUp rollUp) {}
