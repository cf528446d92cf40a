package org.shangbao.client.data;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangbao.client.data.FolderPlace.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FolderPlaceTest {

    @ParameterizedTest
    @CsvSource({ "nfs4, /home/wang/shangbao, NETWORK", "cifs, /mnt/share/office, NETWORK", "ext4, /home/wang/OneDrive/office, CLOUD",
            "ntfs, /users/wang/OneDrive - 教育局/office, CLOUD", "ext4, /home/wang/坚果云/上报, CLOUD", "vfat, /media/wang/USB/office, REMOVABLE" })
    void namesWhyAPlaceIsUnsuitable(String type, Path path, Reason expected) {
        assertEquals(Optional.of(expected), FolderPlace.reason(type, path, false));
    }

    @Test
    void theComputersOwnDiskIsFineAlsoWhereNothingWasMadeYet(@TempDir Path folder) {
        assertEquals(Optional.empty(), FolderPlace.unsuitable(folder.resolve("data").resolve("office")));
        assertEquals(Optional.empty(), FolderPlace.reason("ext4", Path.of("/home/wang/onedrivers/office"), false));
        assertEquals(Optional.of(Reason.REMOVABLE), FolderPlace.reason("ntfs", Path.of("/x"), true));
    }
}
