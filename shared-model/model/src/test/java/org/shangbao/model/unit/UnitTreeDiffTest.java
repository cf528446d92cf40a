package org.shangbao.model.unit;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.shangbao.model.unit.UnitTreeDiff.Change;
import org.shangbao.model.unit.UnitTreeDiff.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UnitTreeDiffTest {
    private final Unit root = Unit.of("000000", "", "教育部基础教育司", AdminLevel.MINISTRY, null, null);
    private final Unit province = Unit.of("210000", "210000", "辽宁省", AdminLevel.PROVINCE, "000000", FormLevel.PROVINCE);
    private final Unit city = Unit.of("210900", "210900", "阜新市", AdminLevel.CITY, "210000", null);
    private final Unit county = Unit.of("210922", "210922", "彰武县", AdminLevel.COUNTY, "210900", FormLevel.COUNTY);

    @Test
    void sameListHasNoChange() {
        List<Unit> units = List.of(root, province, city, county);
        assertTrue(UnitTreeDiff.between(units, List.of(county, city, province, root)).isEmpty());
    }

    @Test
    void addedAndRemovedUnitsAreListed() {
        Unit added = Unit.of("210921", "210921", "阜新蒙古族自治县", AdminLevel.COUNTY, "210900", FormLevel.COUNTY);
        assertEquals(List.of(new Change(Kind.ADDED, null, added), new Change(Kind.REMOVED, county, null)),
                UnitTreeDiff.between(List.of(root, province, city, county), List.of(root, province, city, added)).changes());
    }

    @Test
    void unitThatBecomesProvincialIsMovedAndRenamed() {
        Unit after = Unit.of("210922", "210922", "彰武市", AdminLevel.COUNTY, "210000", FormLevel.COUNTY);
        assertEquals(List.of(new Change(Kind.RENAMED, county, after), new Change(Kind.MOVED, county, after)),
                UnitTreeDiff.between(List.of(root, province, city, county), List.of(root, province, city, after)).changes());
    }

    @Test
    void everyKindOfChangeIsCounted() {
        Unit raised = new Unit(county.id(), "210999", county.name(), AdminLevel.CITY, county.parent(), null, null, null, null, null);
        assertEquals(Map.of(Kind.LEVEL_CHANGED, 1, Kind.FORM_CHANGED, 1, Kind.DETAILS_CHANGED, 1, Kind.REMOVED, 1),
                UnitTreeDiff.between(List.of(root, province, city, county), List.of(root, province, raised)).counts());
    }
}
