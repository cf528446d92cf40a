package org.shangbao.client.ui.fill;

import java.util.ArrayList;
import java.util.List;

/** Cells as a spreadsheet puts them on the clipboard: tabs between cells, a cell with a line end or a tab in it in quotation marks. */
final class PastedTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final String text;
    private int at;

    private PastedTable(String text) { this.text = text; }

    /** Returns the rows, those at the end without any content left out; a row is as long as it was. */
    static List<List<String>> rows(String clipboard) {
        PastedTable table = new PastedTable(clipboard);
        table.read();
        while (!table.rows.isEmpty() && table.rows.getLast().stream().allMatch(String::isBlank)) {
            table.rows.removeLast();
        }
        return table.rows;
    }

    private void read() {
        List<String> row = new ArrayList<>();
        while (at < text.length()) {
            row.add(isQuoted() ? quoted() : plain());
            if (at >= text.length() || text.charAt(at) != '\t') {
                rows.add(row);
                row = new ArrayList<>();
                at += text.startsWith("\r\n", at) ? 2 : 1;
            } else if (++at == text.length()) {
                row.add("");
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
    }

    /** A mark that is closed again right before the end of a cell; any other is a letter like others. */
    private boolean isQuoted() {
        return text.charAt(at) == '"' && end() >= 0;
    }

    private int end() {
        int place = at + 1;
        while (true) {
            place = text.indexOf('"', place);
            if (place < 0) {
                return -1;
            }
            if (place + 1 < text.length() && text.charAt(place + 1) == '"') {
                place += 2;
            } else {
                return place + 1 == text.length() || "\t\r\n".indexOf(text.charAt(place + 1)) >= 0 ? place : -1;
            }
        }
    }

    private String quoted() {
        int end = end();
        String cell = text.substring(at + 1, end).replace("\"\"", "\"");
        at = end + 1;
        return cell;
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && "\t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at);
    }
}
