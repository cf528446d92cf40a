package org.shangbao.model.edition;

/** How a figure of several units becomes one figure of the level above. */
public enum RollUpRule {
    /** Added up. */
    SUM,
    /** Never combined (a rate); shown as a distribution. */
    NONE,
    /** Number of units that answered. */
    COUNT,
    /** Smallest. */
    MIN,
    /** Largest. */
    MAX
}
