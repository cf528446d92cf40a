package org.shangbao.model.edition;

/**
 * A text the form asks for.
 *
 * @param label       what is to be told
 * @param rollUp      how it reaches the level above
 * @param lengthAbout asked length in characters (500字左右), 0 if none is asked
 * @param lengthMost  most characters that are taken
 */
public record NarrativeDefinition(String label, TextRollUp rollUp, int lengthAbout, int lengthMost) {}
