package org.shangbao.client.print;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A part behind the signature area. Annexes are numbered in the order they are given; one without content is left out
 * by the caller.
 */
public sealed interface Annex {

    /** Title at the annex's head. */
    String title();

    /** What the list before the signature area says behind the title, for instance {@code 3条}; empty for nothing. */
    String extent();

    /** Texts under numbered headings; starts a page. */
    record Narratives(String title, String extent, List<Section> sections) implements Annex {
        public Narratives {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(extent, "extent");
            sections = List.copyOf(sections);
        }
    }

    /** One text; paragraphs come without indent and without line ends. */
    record Section(String heading, List<String> paragraphs) {
        public Section {
            Objects.requireNonNull(heading, "heading");
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Explanations of figures that had to be checked again. */
    record Explanations(String title, String extent, @Nullable String intro, List<Explanation> rows) implements Annex {
        public Explanations {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(extent, "extent");
            rows = List.copyOf(rows);
        }
    }

    /** One explanation; the figures are printed as given. */
    record Explanation(String code, String matter, String current, String earlier, String explanation) {
        public Explanation {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(matter, "matter");
            Objects.requireNonNull(current, "current");
            Objects.requireNonNull(earlier, "earlier");
            Objects.requireNonNull(explanation, "explanation");
        }
    }

    /**
     * Figures and units on landscape sheets; of up to 14 units the figures run down, of more each has a row.
     *
     * @param units names of the units in official order, at least one
     * @param rows every row has one value per unit
     */
    record Overview(String title, String extent, List<String> units, List<OverviewRow> rows) implements Annex {
        public Overview {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(extent, "extent");
            units = List.copyOf(units);
            rows = List.copyOf(rows);
            for (OverviewRow row : rows) {
                if (row.values().size() != units.size()) {
                    throw new IllegalArgumentException("row " + row.name() + " has " + row.values().size()
                            + " values for " + units.size() + " units");
                }
            }
        }
    }

    /**
     * One row of an overview; neighbours of one group share a merged cell.
     *
     * @param group what stands in the merged cell
     * @param code the figure's code, empty for the rows on the scope
     * @param measure the unit of measure
     * @param total the sum over all units, on every sheet
     * @param values one per unit, printed as given; empty stays empty
     */
    record OverviewRow(String group, String code, String name, String measure, String total, List<String> values) {
        public OverviewRow {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(measure, "measure");
            Objects.requireNonNull(total, "total");
            values = List.copyOf(values);
        }
    }

    /** Units whose report is missing. */
    record MissingUnits(String title, String extent, @Nullable String intro, List<MissingUnit> rows) implements Annex {
        public MissingUnits {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(extent, "extent");
            rows = List.copyOf(rows);
        }
    }

    /** One missing unit; {@code superior} is the unit above it. */
    record MissingUnit(String superior, String unit, String telephone, String circumstance) {
        public MissingUnit {
            Objects.requireNonNull(superior, "superior");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(telephone, "telephone");
            Objects.requireNonNull(circumstance, "circumstance");
        }
    }

    /** The largest explanations of the units below. */
    record ExplanationSummary(String title, String extent, @Nullable String intro, List<UnitExplanation> rows)
            implements
                Annex {
        public ExplanationSummary {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(extent, "extent");
            rows = List.copyOf(rows);
        }
    }

    /** One explanation of a unit below. */
    record UnitExplanation(String unit, String code, String matter, String explanation) {
        public UnitExplanation {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(matter, "matter");
            Objects.requireNonNull(explanation, "explanation");
        }
    }

    /** Chosen cases. */
    record Cases(String title, String extent, @Nullable String intro, List<Case> rows) implements Annex {
        public Cases {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(extent, "extent");
            rows = List.copyOf(rows);
        }
    }

    /** One case; {@code manner} says how it came to be chosen. */
    record Case(String item, String name, String unit, String manner) {
        public Case {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(manner, "manner");
        }
    }
}
