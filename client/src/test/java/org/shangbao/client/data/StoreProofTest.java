package org.shangbao.client.data;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.data.StoreProof.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A few trials of every kind with a new seed each time; {@code shangbao prove store --seed N} repeats one at length. */
class StoreProofTest {

    private static final Map<Kind, Integer> COUNTS = Map.of(Kind.POWER, 40, Kind.DAMAGE, 1, Kind.FULL, 3, Kind.INTERRUPT, 2, Kind.DENIED, 3,
            Kind.KILL, 5, Kind.RESTORE, 4, Kind.SLEEP, 1, Kind.MEMORY, 1);

    @Test
    void nothingAcknowledgedIsLostByKillsPowerCutsDamageOrAFullDisk(@TempDir Path work, TestReporter reporter) throws Exception {
        long seed = Long.getLong("shangbao.seed", RandomGenerator.getDefault().nextLong(1_000_000));
        StringWriter words = new StringWriter();
        PrintWriter out = new PrintWriter(words);
        ProofTable table = new ProofTable(out);
        new StoreProof(work, table).run(seed, COUNTS, System.nanoTime() + Duration.ofMinutes(20).toNanos(), out);
        table.print();
        reporter.publishEntry("seed " + seed, words.toString());
        assertEquals(0, table.failures(), () -> "seed " + seed + System.lineSeparator() + words);
        assertTrue(table.trials("power cut") >= 40, words::toString);
        int asked = COUNTS.entrySet().stream().filter(entry -> entry.getKey() != Kind.POWER && entry.getKey() != Kind.DAMAGE)
                .mapToInt(Map.Entry::getValue).sum();
        assertEquals(ProofDamage.TARGETS.size() * ProofDamage.DAMAGES.size() + asked + table.trials("power cut"), table.trials(""),
                words::toString);
    }
}
