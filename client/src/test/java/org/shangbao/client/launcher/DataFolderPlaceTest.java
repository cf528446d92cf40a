package org.shangbao.client.launcher;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DataFolderPlaceTest {
    private static final Path HOME = Path.of("/home/wang");

    @Test
    void everySystemHasItsOwnPlaceForDataOfAPerson() {
        assertEquals(Path.of("/profiles/wang/Local/Shangbao/office"),
                DataFolderPlace.of("Windows 11", Map.of("LOCALAPPDATA", "/profiles/wang/Local"), HOME));
        assertEquals(HOME.resolve("AppData/Local/Shangbao/office"), DataFolderPlace.of("Windows 7", Map.of(), HOME));
        assertEquals(HOME.resolve("Library/Application Support/Shangbao/office"), DataFolderPlace.of("Mac OS X", Map.of(), HOME));
        assertEquals(HOME.resolve(".local/share/shangbao/office"), DataFolderPlace.of("Linux", Map.of(), HOME));
        assertEquals(Path.of("/data/wang/shangbao/office"), DataFolderPlace.of("Linux", Map.of("XDG_DATA_HOME", "/data/wang"), HOME));
    }

    @Test
    void aRelativeOrEmptyPlaceInTheEnvironmentIsIgnored() {
        assertEquals(HOME.resolve(".local/share/shangbao/office"), DataFolderPlace.of("Linux", Map.of("XDG_DATA_HOME", "here"), HOME));
        assertEquals(HOME.resolve(".local/share/shangbao/office"), DataFolderPlace.of("Linux", Map.of("XDG_DATA_HOME", " "), HOME));
    }
}
