package org.shangbao.client.data;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A program of its own that saves twice and ends without a word at a step of the second save. */
public final class HaltingSave {
    static final int HALTED = 43;

    private HaltingSave() {}

    public static void main(String[] arguments) throws Exception {
        ExecutorService storeThread = Executors.newSingleThreadExecutor();
        AtomicInteger saves = new AtomicInteger();
        Faults faults = (kind, step) -> {
            if (step.equals("changed")) {
                saves.incrementAndGet();
            }
            if (saves.get() == 2 && step.equals(arguments[1])) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
        H2OfficeStore store = H2OfficeStore.open(new DataFolder(Path.of(arguments[0])), H2OfficeStoreTest.SECRET, storeThread,
                new StoreSettings(Disk.SYSTEM, faults, Database.STEPS, 200), true);
        H2OfficeStoreTest.save(store, "1.1.1", "1");
        H2OfficeStoreTest.save(store, "1.1.1", "2");
        System.exit(1);
    }
}
