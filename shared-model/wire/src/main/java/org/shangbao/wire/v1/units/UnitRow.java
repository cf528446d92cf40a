package org.shangbao.wire.v1.units;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.unit.AdminLevel;
import org.shangbao.model.unit.FormLevel;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;

/** One line of a list of units with the columns of its head. */
record UnitRow(Map<String, Integer> columns, int line, List<String> cells) {
    private static final List<String> REQUIRED = List.of("id", "division_code", "name", "level", "parent", "fills");
    private static final List<String> OPTIONAL = List.of("valid_from", "valid_to", "successor", "reported_by");
    private static final Pattern DIVISION_CODE = Pattern.compile("(?:[0-9]{6}|[0-9]{9}|[0-9]{12})?");

    static UnitRow head(String[] names) throws UnitListException {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < names.length; column++) {
            String name = names[column].strip();
            if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                throw new UnitListException(1, "unknown column " + name);
            }
            if (columns.put(name, column) != null) {
                throw new UnitListException(1, "column " + name + " occurs twice");
            }
        }
        for (String name : REQUIRED) {
            if (!columns.containsKey(name)) {
                throw new UnitListException(1, "column " + name + " is missing");
            }
        }
        return new UnitRow(columns, 1, List.of());
    }

    UnitRow with(int number, String[] values) throws UnitListException {
        if (values.length != columns.size()) {
            throw new UnitListException(number, columns.size() + " cells are expected, found " + values.length);
        }
        return new UnitRow(columns, number, List.of(values));
    }

    Unit unit() throws UnitListException {
        UnitId id = id("id");
        if (id == null) {
            throw new UnitListException(line, "id is missing");
        }
        String name = cell("name");
        if (name.isEmpty()) {
            throw new UnitListException(line, "name is missing");
        }
        if (!DIVISION_CODE.matcher(cell("division_code")).matches()) {
            throw new UnitListException(line, "division_code has 6, 9 or 12 digits, or is empty");
        }
        AdminLevel level = constant("level", AdminLevel.values());
        if (level == null) {
            throw new UnitListException(line, "level is missing");
        }
        LocalDate from = date("valid_from");
        LocalDate to = date("valid_to");
        if (from != null && to != null && to.isBefore(from)) {
            throw new UnitListException(line, "valid_to lies before valid_from");
        }
        return new Unit(id, cell("division_code"), name, level, id("parent"), constant("fills", FormLevel.values()), from, to,
                id("successor"), id("reported_by"));
    }

    private String cell(String column) {
        Integer index = columns.get(column);
        return index == null ? "" : cells.get(index).strip();
    }

    private @Nullable UnitId id(String column) throws UnitListException {
        try {
            return cell(column).isEmpty() ? null : new UnitId(cell(column));
        } catch (IllegalArgumentException e) {
            throw new UnitListException(line, column + " is 1 to 8 characters of A–Z 0–9, not " + cell(column));
        }
    }

    private <E extends Enum<E>> @Nullable E constant(String column, E[] values) throws UnitListException {
        String cell = cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        for (E value : values) {
            if (value.name().equals(cell)) {
                return value;
            }
        }
        throw new UnitListException(line, column + " is one of " + Arrays.toString(values) + ", not " + cell);
    }

    private @Nullable LocalDate date(String column) throws UnitListException {
        try {
            return cell(column).isEmpty() ? null : LocalDate.parse(cell(column));
        } catch (DateTimeParseException e) {
            throw new UnitListException(line, column + " is a date such as 2023-06-30, not " + cell(column));
        }
    }
}
