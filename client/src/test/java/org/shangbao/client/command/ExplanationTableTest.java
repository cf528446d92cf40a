package org.shangbao.client.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.shangbao.wire.v1.RollUpView;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ExplanationTableTest {

    @Test
    void writesATableThatExcelReadsAndNoFormula() {
        RollUpView sum = new RollUpView("210000", "2024-10", "e", 1, 1, 1, new TreeMap<>(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(new RollUpView.Explanation("210922", "彰武县", "3.1.5", "变动“超过”50%", "-3", "", "=HYPERLINK(\"x\")")));

        String table = new String(ExplanationTable.csv(sum, List.of("a", "b", "c", "d", "e", "f", "g")), StandardCharsets.UTF_8);

        assertEquals("\ufeff\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"\r\n"
                + "\"210922\",\"彰武县\",\"3.1.5\",\"变动“超过”50%\",\"-3\",\"\",\"'=HYPERLINK(\"\"x\"\")\"\r\n", table);
    }
}
