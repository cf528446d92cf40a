package org.shangbao.model.rollup;

import java.math.BigDecimal;

import org.shangbao.model.unit.UnitId;

/**
 * What one unit adds to a figure.
 *
 * @param unit   who
 * @param number how much
 */
public record Contribution(UnitId unit, BigDecimal number) {}
