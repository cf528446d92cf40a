package org.shangbao.wire.v1.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.shangbao.model.check.TextNoise;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/**
 * Reads a list of units: UTF-8 CSV with the columns {@code id,division_code,name,level,parent,fills} and, where wanted,
 * {@code valid_from,valid_to,successor,reported_by}, in any order. The list is a whole tree: one root, every parent listed.
 */
public final class UnitCsv {
    /** Most bytes of a list. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_UNITS = 50_000;
    private static final int MOST_CHARACTERS = 100;
    private static final String SHIPPED = "units-2023-06-30.csv";
    private static final CsvMapper MAPPER = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private UnitCsv() {}

    /** Returns the starting tree as shipped: the divisions of 30 June 2023 with 兵团 at province level. */
    public static UnitTree shipped() {
        try (InputStream in = UnitCsv.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the starting tree is not on the class path");
            }
            return new UnitTree(read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnitListException e) {
            throw new IllegalStateException("the shipped starting tree is broken", e);
        }
    }

    /**
     * Reads a list.
     *
     * @param bytes at most {@value #MOST_BYTES} bytes of UTF-8, with or without byte order mark
     * @return the units in list order; a {@link UnitTree} can be built of them
     * @throws UnitListException if a line cannot be read, or the lines do not form one tree; names the first line at fault
     */
    public static List<Unit> read(byte[] bytes) throws UnitListException {
        List<String[]> rows = rows(bytes);
        if (rows.isEmpty()) {
            throw new UnitListException(1, "the head id,division_code,name,level,parent,fills is expected");
        }
        UnitRow head = UnitRow.head(rows.getFirst());
        Map<UnitId, Integer> lines = new LinkedHashMap<>();
        List<Unit> units = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            int line = row + 1;
            Unit unit = head.with(line, rows.get(row)).unit();
            if (lines.put(unit.id(), line) != null) {
                throw new UnitListException(line, "id " + unit.id() + " is listed twice");
            }
            units.add(unit);
        }
        checkReferences(units, lines);
        checkRings(units, lines);
        return List.copyOf(units);
    }

    private static List<String[]> rows(byte[] bytes) throws UnitListException {
        List<String[]> rows = new ArrayList<>();
        try (MappingIterator<String[]> iterator = MAPPER.readerFor(String[].class).readValues(decode(bytes))) {
            while (iterator.hasNextValue()) {
                String[] row = iterator.nextValue();
                rows.add(row);
                if (rows.size() > MOST_UNITS + 1) {
                    throw new UnitListException(rows.size(), "more than " + MOST_UNITS + " units");
                }
                if (Arrays.stream(row).anyMatch(UnitCsv::isBadCell)) {
                    throw new UnitListException(rows.size(), "a cell with more than " + MOST_CHARACTERS
                            + " characters, a line end, an invisible character or the beginning of a formula");
                }
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new UnitListException(rows.size() + 1, TextNoise.shown(String.valueOf(e.getOriginalMessage()), 200));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] bytes) throws UnitListException {
        if (bytes.length > MOST_BYTES) {
            throw new UnitListException(1, "larger than " + MOST_BYTES + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnitListException(1, "not UTF-8; save the table as CSV UTF-8");
        }
    }

    private static boolean isBadCell(String cell) {
        return cell.length() > MOST_CHARACTERS || cell.contains("\n") || cell.contains("\r") || TextNoise.isFoundIn(cell)
                || !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0;
    }

    private static void checkReferences(List<Unit> units, Map<UnitId, Integer> lines) throws UnitListException {
        int roots = 0;
        for (Unit unit : units) {
            int line = lines.getOrDefault(unit.id(), 0);
            UnitId parent = unit.parent();
            if (parent == null && ++roots > 1) {
                throw new UnitListException(line, "a second unit without parent; a list has one root");
            }
            for (UnitId other : Arrays.asList(parent, unit.successor(), unit.reportedBy())) {
                if (other != null && !lines.containsKey(other)) {
                    throw new UnitListException(line, "unit " + other + " is not in the list");
                }
                if (unit.id().equals(other)) {
                    throw new UnitListException(line, "unit " + other + " refers to itself");
                }
            }
        }
        if (roots == 0) {
            throw new UnitListException(1, "no unit without parent; a list has one root");
        }
    }

    private static void checkRings(List<Unit> units, Map<UnitId, Integer> lines) throws UnitListException {
        Map<UnitId, Unit> byId = new LinkedHashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        Set<UnitId> safe = new HashSet<>();
        for (Unit unit : units) {
            Set<UnitId> path = new HashSet<>();
            for (Unit next = unit; next != null && safe.add(next.id()); next = next.parent() == null ? null : byId.get(next.parent())) {
                path.add(next.id());
                if (next.parent() != null && path.contains(next.parent())) {
                    throw new UnitListException(lines.getOrDefault(unit.id(), 0), "unit " + unit.id() + " reports to itself in a ring");
                }
            }
        }
    }
}
