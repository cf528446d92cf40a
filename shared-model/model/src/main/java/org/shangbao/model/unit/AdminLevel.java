package org.shangbao.model.unit;

/** Place of a unit in the hierarchy. The chain of review is the chain of parents, not the order of these constants. */
public enum AdminLevel {
    /** 教育部. */
    MINISTRY,
    /** 省（自治区、直辖市、兵团）. */
    PROVINCE,
    /** 地市. */
    CITY,
    /** 县（市、区）. */
    COUNTY
}
