package org.shangbao.client.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.shangbao.client.application.store.BackupReason;
import org.shangbao.model.error.ReportingException;

/**
 * A program of its own that works until it is killed. First it compares what it finds with what its predecessor had been told is saved. At a
 * named step it says so and waits for its end.
 */
public final class ProofWorker {
    static final int WRONG = 77;
    /** Instead of a step: work a little and end in good order. */
    static final String END = "end";
    /** Instead of a step: work on while all memory is used up. */
    static final String MEMORY = "memory";
    private static final int LINE = 12;
    private static final int REHEARSED = 3;

    private ProofWorker() {}

    /** Arguments: folder, file of acknowledgements, kind and step at which to wait (or -), how often to pass it before. */
    public static void main(String[] arguments) throws IOException, ReportingException {
        DataFolder folder = new DataFolder(Path.of(arguments[0]));
        Path acknowledgements = Path.of(arguments[1]);
        String kind = arguments[2];
        String step = arguments[3];
        int[] left = { Integer.parseInt(arguments[4]) };
        ExecutorService storeThread = Executors.newSingleThreadExecutor();
        Faults faults = (done, at) -> {
            if (done.equals(kind) && at.equals(step) && left[0]-- == 0) {
                say("AT");
                LockSupport.park();
            }
        };
        long acknowledged = Files.exists(acknowledgements) ? Files.size(acknowledgements) / LINE : 0;
        StoreSettings settings = new StoreSettings(Disk.SYSTEM, faults, Database.STEPS, 15);
        try (H2OfficeStore store = ProofFolder.open(folder, storeThread, settings);
                FileChannel told = FileChannel.open(acknowledgements, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long count = ProofModel.count(store);
            List<String> differences = ProofModel.differences(store, count);
            if (count < acknowledged || count > acknowledged + 1 || !differences.isEmpty()) {
                say("WRONG " + acknowledged + " acknowledged, " + count + " found " + store.repairs().repairs() + differences);
                Runtime.getRuntime().halt(WRONG);
            }
            say("READY " + ProofPower.outcome(store));
            boolean isEnding = step.equals(END);
            if (step.equals(MEMORY)) {
                new Thread(() -> hog(left[0]), "proof-hog").start();
            }
            for (long number = count; !isEnding || number < count + left[0]; number++) {
                acknowledge(told, number);
                if (number % REHEARSED == 0) {
                    ProofModel.rehearse(store, number + 1);
                }
                ProofModel.perform(store, number);
                acknowledge(told, number + 1);
                if (number % 50 == 49) {
                    new StoreBackups(store).make(BackupReason.FINALIZE);
                }
            }
        } catch (ReportingException e) {
            say("WRONG " + e.error() + e.details());
            Runtime.getRuntime().halt(WRONG);
        }
        storeThread.shutdown();
    }

    /** Uses memory up in pieces of so many bytes until there is none. */
    private static void hog(int bytes) {
        List<byte[]> pieces = new ArrayList<>();
        while (!pieces.contains(null)) {
            pieces.add(new byte[bytes]);
        }
    }

    /** The file's length is the number of saves the "clerk" was told of. */
    private static void acknowledge(FileChannel told, long count) throws IOException {
        while (told.size() < count * LINE) {
            told.write(ByteBuffer.wrap("acknowledged".getBytes(StandardCharsets.US_ASCII)), told.size() / LINE * LINE);
        }
    }

    @SuppressWarnings("SystemOut") // the parent process listens
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
