package org.shangbao.wire.v1;

/**
 * A unit that is designated for an item in a period (创新型, 由系统指定填写单位).
 *
 * @param period period id
 * @param unit   unit id
 * @param item   item code
 */
public record DesignationRecord(String period, String unit, String item) {}
