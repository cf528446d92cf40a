package org.shangbao.model.unit;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UnitTreeTest {
    private static final Unit MINISTRY = Unit.of("000000", "", "教育部基础教育司", AdminLevel.MINISTRY, null, null);
    private static final Unit PROVINCE = Unit.of("440000", "440000", "广东省", AdminLevel.PROVINCE, "000000", FormLevel.PROVINCE);
    private static final Unit CITY = Unit.of("440100", "440100", "广州市", AdminLevel.CITY, "440000", null);
    private static final Unit DISTRICT = Unit.of("440103", "440103", "荔湾区", AdminLevel.COUNTY, "440100", FormLevel.COUNTY);
    private static final Unit FILLING_CITY = Unit.of("441900", "441900", "东莞市", AdminLevel.CITY, "440000", FormLevel.COUNTY);

    @Test
    void theChainOfReviewIsTheChainOfParentsNotOfLevels() {
        UnitTree tree = new UnitTree(List.of(MINISTRY, PROVINCE, CITY, DISTRICT, FILLING_CITY));
        assertEquals(List.of(CITY, PROVINCE, MINISTRY), tree.chainAbove(DISTRICT.id()));
        assertEquals(List.of(PROVINCE, MINISTRY), tree.chainAbove(FILLING_CITY.id()));
        assertEquals(List.of(FILLING_CITY, DISTRICT), tree.countyFormUnits(PROVINCE.id()));
        assertTrue(tree.isWithin(DISTRICT.id(), PROVINCE.id()));
        assertFalse(tree.isWithin(PROVINCE.id(), DISTRICT.id()));
    }

    @Test
    void aUnitThatIsReportedByAnotherOwesNothingItself() {
        Unit zone = new Unit(new UnitId("440171"), "440171", "开发区", AdminLevel.COUNTY, CITY.id(), FormLevel.COUNTY, null, null, null,
                DISTRICT.id());
        UnitTree tree = new UnitTree(List.of(MINISTRY, PROVINCE, CITY, DISTRICT, zone));
        assertEquals(List.of(DISTRICT), tree.countyFormUnits(PROVINCE.id()));
    }

    @Test
    void brokenListsAreRefusedAndTheUnitIsNamed() {
        assertRefused("listed twice: 440000", MINISTRY, PROVINCE, PROVINCE);
        assertRefused("unknown parent 440100", MINISTRY, PROVINCE, DISTRICT);
        assertRefused("one root", under(PROVINCE, null), MINISTRY);
        assertRefused("ring: [440100]", MINISTRY, under(CITY, "440100"));
    }

    @Test
    void anIdIsShortAndNeverFree() {
        for (String wrong : List.of("", "44010311223", "x", "44 0103", "../etc")) {
            assertThrows(IllegalArgumentException.class, () -> new UnitId(wrong));
        }
        assertEquals("44010", new UnitId("44010").value());
    }

    private static Unit under(Unit unit, String parent) {
        return Unit.of(unit.id().value(), unit.divisionCode(), unit.name(), unit.level(), parent, unit.fills());
    }

    private static void assertRefused(String part, Unit... units) {
        String message = assertThrows(IllegalArgumentException.class, () -> new UnitTree(new ArrayList<>(List.of(units)))).getMessage();
        assertTrue(message.contains(part), message);
    }
}
