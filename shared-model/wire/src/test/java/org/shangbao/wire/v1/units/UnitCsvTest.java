package org.shangbao.wire.v1.units;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.model.unit.UnitTreeDiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UnitCsvTest {
    private static final String HEAD = "id,division_code,name,level,parent,fills\n";
    private static final String ROOT = "000000,,教育部基础教育司,MINISTRY,,\n";

    @Test
    void startingTreeHas3340UnitsOf32Provinces() {
        UnitTree tree = UnitCsv.shipped();
        assertEquals(3_340, tree.all().size());
        List<Unit> countyForms = tree.countyFormUnits(tree.root().id());
        assertEquals(2_978, countyForms.size());
        assertEquals(Set.of("嘉峪关市", "东莞市", "中山市", "儋州市"), countyForms.stream().filter(unit -> unit.level() == AdminLevel.CITY)
                .map(Unit::name).collect(Collectors.toSet()));
        List<Unit> provinces = tree.children(tree.root().id());
        assertEquals(32, provinces.size());
        assertEquals(1, provinces.stream().filter(unit -> unit.name().equals("新疆生产建设兵团") && unit.divisionCode().isEmpty()).count());
    }

    @Test
    void dryRunOverTheStartingTreeTellsWhatANewListWouldChange() throws UnitListException, IOException {
        String list = new String(UnitCsv.class.getResourceAsStream("units-2023-06-30.csv").readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(UnitTreeDiff.between(UnitCsv.shipped().all(), read(list)).isEmpty());
        String changed = list.replace("210922,210922,彰武县,COUNTY,210900,COUNTY", "210922,210922,彰武市,COUNTY,210000,COUNTY")
                .replace("210921,210921,阜新蒙古族自治县,COUNTY,210900,COUNTY\n", "") + "210971,,阜新高新区,COUNTY,210900,COUNTY\n";
        assertEquals(
                Map.of(UnitTreeDiff.Kind.ADDED, 1, UnitTreeDiff.Kind.REMOVED, 1, UnitTreeDiff.Kind.RENAMED, 1, UnitTreeDiff.Kind.MOVED, 1),
                UnitTreeDiff.between(UnitCsv.shipped().all(), read(changed)).counts());
    }

    @Test
    void optionalColumnsAndAnyOrderAreRead() throws UnitListException {
        List<Unit> units = read("name,id,level,parent,fills,division_code,reported_by,valid_from,valid_to,successor\n"
                + "教育部基础教育司,000000,MINISTRY,,,,,,,\n" + "甲县,A1,COUNTY,000000,COUNTY,130102,,2020-01-01,2024-12-31,A2\n"
                + "乙县,A2,COUNTY,000000,COUNTY,,A1,,,\n");
        assertEquals(new Unit(new UnitId("A1"), "130102", "甲县", AdminLevel.COUNTY, new UnitId("000000"), FormLevel.COUNTY,
                LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 31), new UnitId("A2"), null), units.get(1));
        assertEquals(new UnitId("A1"), units.get(2).reportedBy());
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreTaken() throws UnitListException {
        assertEquals(1, read("\uFEFF" + HEAD.strip() + "\r\n" + ROOT.strip() + "\r\n").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A,,甲,COUNTY,000000,COUNTY;A,,乙,COUNTY,000000,COUNTY | 4 | id A is listed twice
            A,,甲,COUNTY,B,COUNTY | 3 | unit B is not in the list
            A,,甲,COUNTY,A,COUNTY | 3 | unit A refers to itself
            A,,甲,CITY,B,;B,,乙,CITY,A, | 3 | unit A reports to itself in a ring
            A,,甲,COUNTY,, | 3 | a second unit without parent; a list has one root
            A,,甲,TOWN,000000, | 3 | level is one of [MINISTRY, PROVINCE, CITY, COUNTY], not TOWN
            A,,甲,,000000, | 3 | level is missing
            A,,甲,COUNTY,000000,CITY | 3 | fills is one of [COUNTY, PROVINCE], not CITY
            A,,,COUNTY,000000,COUNTY | 3 | name is missing
            ,,甲,COUNTY,000000,COUNTY | 3 | id is missing
            ../../x,,甲,COUNTY,000000, | 3 | id is 1 to 8 characters of A–Z 0–9, not ../../x
            A,1301,甲,COUNTY,000000, | 3 | division_code has 6, 9 or 12 digits, or is empty
            A,,甲,COUNTY,000000 | 3 | 6 cells are expected, found 5
            """)
    void brokenLineIsNamed(String lines, int line, String reason) {
        UnitListException refused = assertThrows(UnitListException.class, () -> read(HEAD + ROOT + lines.replace(";", "\n") + "\n"));
        assertEquals(line + ": " + reason, refused.line() + ": " + refused.reason());
        assertEquals(ErrorCode.UNIT_LIST_BROKEN, refused.error());
    }

    @ParameterizedTest
    @CsvSource({ "=1+1", "+x", "@x", "甲\u202E县", "甲\u0000县" })
    void formulaOrInvisibleCharacterIsRefused(String name) {
        UnitListException refused = assertThrows(UnitListException.class,
                () -> read(HEAD + ROOT + "A,," + name + ",COUNTY,000000,COUNTY\n"));
        assertEquals(3, refused.line());
    }

    @ParameterizedTest
    @CsvSource({ "'id,name,level,parent,fills',column division_code is missing", "'id,id,name',column id occurs twice",
            "'id,secret',unknown column secret",
            "'',unknown column " })
    void wrongHeadIsRefused(String head, String reason) {
        UnitListException refused = assertThrows(UnitListException.class, () -> read(head + "\n" + ROOT));
        assertEquals("1: " + reason.strip(), refused.line() + ": " + refused.reason().strip());
    }

    @Test
    void listWithoutRootIsRefused() {
        assertThrows(UnitListException.class, () -> read(HEAD));
        assertThrows(UnitListException.class, () -> read(""));
    }

    @Test
    void otherEncodingAndTooManyBytesAreRefused() {
        byte[] gb = (HEAD + ROOT).getBytes(Charset.forName("GB18030"));
        assertEquals(1, assertThrows(UnitListException.class, () -> UnitCsv.read(gb)).line());
        assertThrows(UnitListException.class, () -> UnitCsv.read(new byte[UnitCsv.MOST_BYTES + 1]));
    }

    private static List<Unit> read(String text) throws UnitListException { return UnitCsv.read(text.getBytes(StandardCharsets.UTF_8)); }
}
