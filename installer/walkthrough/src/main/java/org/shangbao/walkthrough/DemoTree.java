package org.shangbao.walkthrough;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitTree;

/**
 * A small piece of the real tree of mid-2023 with every shape the tree has: an ordinary province with two cities of three districts each, a
 * county directly under the province, a city that fills the county form itself, and a 直辖市 whose districts have no city above them.
 */
final class DemoTree {
    /** 海南省: the ordinary province. */
    static final String PROVINCE = "460000";
    /** 上海市: the 直辖市. */
    static final String MUNICIPALITY = "310000";
    /** 秀英区: goes through the window, is returned once. */
    static final String RETURNED_COUNTY = "460105";
    /** 琼海市: 省直管, designated for 2.6. */
    static final String DESIGNATED_COUNTY = "469002";

    private static final Set<String> KEPT = new LinkedHashSet<>(List.of("000000", PROVINCE, "460100", RETURNED_COUNTY, "460106", "460107",
            "460200", "460202", "460203", "460204", "460400", DESIGNATED_COUNTY, MUNICIPALITY, "310101", "310115", "310151"));

    /** Still every shape, with fewer offices of each: for the test that walks the same way at every build. */
    private static final Set<String> KEPT_SMALL = new LinkedHashSet<>(
            List.of("000000", PROVINCE, "460100", RETURNED_COUNTY, "460106", "460400",
                    DESIGNATED_COUNTY, MUNICIPALITY, "310101", "310151"));

    /** How many offices take part. */
    enum Size {
        /** Sixteen units. */
        FULL,
        /** Ten units. */
        SMALL
    }

    private DemoTree() {}

    /** Returns the units of the demo, in list order. */
    static List<Unit> of(List<Unit> startingTree, Size size) {
        Set<String> kept = size == Size.FULL ? KEPT : KEPT_SMALL;
        List<Unit> units = startingTree.stream().filter(unit -> kept.contains(unit.id().value())).toList();
        if (units.size() != kept.size()) {
            throw new IllegalStateException("the starting tree lacks units of the demo");
        }
        return units;
    }

    /** Returns the units that fill the county form, in tree order. */
    static List<Unit> fillers(UnitTree tree) {
        return tree.countyFormUnits(tree.root().id());
    }

    /** Returns the provinces. */
    static List<Unit> provinces(UnitTree tree) {
        return tree.subtree(tree.root().id()).stream().filter(unit -> unit.fills() == FormLevel.PROVINCE).toList();
    }

    /** Returns the cities that sum up districts. */
    static List<Unit> cities(UnitTree tree) {
        return tree.subtree(tree.root().id()).stream()
                .filter(unit -> unit.fills() == null && !unit.id().equals(tree.root().id())).toList();
    }

    /** Returns the tree as the list an administrator imports. */
    static String csv(UnitTree tree) {
        StringBuilder csv = new StringBuilder("id,division_code,name,level,parent,fills\n");
        for (Unit unit : tree.all()) {
            csv.append(String.join(",", unit.id().value(), unit.divisionCode(), unit.name(), unit.level().name(),
                    unit.parent() == null ? "" : unit.parent().value(), unit.fills() == null ? "" : unit.fills().name())).append('\n');
        }
        return csv.toString();
    }
}
