package org.shangbao.model.unit;

/** Which level's form a unit fills, and by which level an item is filled. A city without counties fills the county form. */
public enum FormLevel {
    /** 县级填写. */
    COUNTY,
    /** 省级填写. */
    PROVINCE
}
