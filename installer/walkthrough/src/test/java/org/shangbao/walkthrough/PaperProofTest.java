package org.shangbao.walkthrough;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A small share of {@code shangbao prove paper}, the same documents every time. */
class PaperProofTest {
    private static final int DOCUMENTS = 7;

    @Test
    void takesHonestPaperWithDamageAndNoOther() throws Exception {
        List<String> failures = new ArrayList<>();
        PaperProof proof = new PaperProof(ProveMain.Paper.papers(), 20241030, failures::add);
        PaperProof.Counts counts = proof.run(150, 0, DOCUMENTS, () -> true);
        counts.add(proof.runWrong(150, 0, 2, () -> true));
        assertEquals(2, counts.wrong.keySet().stream().filter(what -> what.startsWith(PaperProof.SCANNED)).count());
        PaperProof.Honest honest = counts.all(true);
        assertEquals(DOCUMENTS, honest.accepted, failures.toString());
        assertEquals(DOCUMENTS, honest.stampRight, failures.toString());
        assertTrue(counts.wrong.values().stream().mapToInt(tries -> tries[0]).sum() > 10 * DOCUMENTS);
        counts.wrong.forEach((what, tries) -> {
            if (!what.startsWith(PaperProof.REPORTED)) {
                assertEquals(0, tries[1], what);
            }
        });
    }
}
