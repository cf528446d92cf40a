package org.shangbao.client.command;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class WindowLineTest {

    @Test
    void whatALinkOnTheDesktopGivesNeedsNoParser() {
        assertEquals(new WindowLine(null, null), WindowLine.of(List.of()));
        assertEquals(new WindowLine(Path.of("资料 甲"), null), WindowLine.of(List.of("--data", "资料 甲", "--headless")));
        assertEquals(new WindowLine(Path.of("a"), Path.of("b")), WindowLine.of(List.of("--lang=en", "--unlock-file=b", "--data=a")));
    }

    @Test
    void whateverMightBeACommandOrAMistakeIsLeftToTheParser() {
        for (List<String> given : List.of(List.of("tasks"), List.of("--data", "a", "tasks"), List.of("--help"), List.of("--data"),
                List.of("--data", "--unlock-file"), List.of("--data="), List.of("--data", "a", "--data", "b"), List.of("@file"),
                List.of("--data", "@file"), List.of("--data", "\"a\""), List.of("--data", "a\0b"), List.of("--unknown", "a"))) {
            assertNull(WindowLine.of(given), given.toString());
        }
    }
}
