package org.shangbao.client.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.shangbao.wire.v1.RollUpView;

/** The explanations of all units below as a table that opens in Excel: CSV in UTF-8 with a byte order mark. */
final class ExplanationTable {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

    private ExplanationTable() {}

    /**
     * Returns the file.
     *
     * @param heads names of the seven columns
     */
    static byte[] csv(RollUpView sum, List<String> heads) {
        StringBuilder table = new StringBuilder("\ufeff");
        line(table, heads);
        sum.explanations().forEach(entry -> line(table, List.of(entry.unit(), entry.unitName(), entry.code(), entry.matter(),
                entry.current(), entry.previous(), entry.text())));
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder table, List<String> cells) {
        String before = "";
        for (String cell : cells) {
            table.append(before).append('"').append(harmless(cell).replace("\"", "\"\"")).append('"');
            before = ",";
        }
        table.append("\r\n");
    }

    /** What a person below wrote must not become a formula on this desk. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
