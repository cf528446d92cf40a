package org.shangbao.client.data;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.shangbao.model.error.ReportingException;

/**
 * A program of its own that puts a backup in the place of what is here, or begins with it on a new computer, saves once more and waits for its
 * end. At a named step it says so and waits too.
 */
public final class ProofRestorer {
    private ProofRestorer() {}

    /** Arguments: folder, backup, step of beginning its own history at which to wait (or -). */
    public static void main(String[] arguments) throws ReportingException {
        DataFolder folder = new DataFolder(Path.of(arguments[0]));
        Path backup = Path.of(arguments[1]);
        String step = arguments[2];
        ExecutorService storeThread = Executors.newSingleThreadExecutor();
        Faults faults = (done, at) -> {
            if (done.equals("store.restored") && at.equals(step)) {
                say("AT");
                LockSupport.park();
            }
        };
        boolean isNew = !folder.isOffice();
        if (isNew) {
            new H2OfficeFromBackup(folder).take(backup);
        }
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, new StoreSettings(Disk.SYSTEM, faults, Database.STEPS, 15))) {
            if (!isNew) {
                new StoreBackups(store).restore(backup);
            }
            say("READY restored");
            ProofModel.perform(store, ProofModel.count(store));
            say("READY saved");
            LockSupport.park();
        }
    }

    @SuppressWarnings("SystemOut") // the parent process listens
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
