package org.shangbao.client.data;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A few trials of every kind with a new seed each time; {@code shangbao prove store --seed N} repeats one at length. */
class StoreProofTest {

    @Test
    void nothingAcknowledgedIsLostByKillsPowerCutsDamageOrAFullDisk(@TempDir Path work, TestReporter reporter) throws Exception {
        long seed = Long.getLong("shangbao.seed", RandomGenerator.getDefault().nextLong(1_000_000));
        StringWriter words = new StringWriter();
        PrintWriter out = new PrintWriter(words);
        ProofTable table = new ProofTable(out);
        new StoreProof(work, table).run(seed, new StoreProof.Counts(6, 40, 1, 3), out);
        table.print();
        reporter.publishEntry("seed " + seed, words.toString());
        assertEquals(0, table.failures(), () -> "seed " + seed + System.lineSeparator() + words);
        assertTrue(table.trials("power cut") >= 40, words::toString);
        assertEquals(ProofDamage.TARGETS.size() * ProofDamage.DAMAGES.size() + 3 + 6 + table.trials("power cut"), table.trials(""),
                words::toString);
    }
}
