package org.shangbao.client.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.shangbao.model.period.PeriodId;
import org.shangbao.model.unit.UnitId;
import org.shangbao.paper.PageDigest;
import org.shangbao.paper.PageKind;

/** A paper with everything on it that papers have, for nobody to read. */
final class WarmUpPaper {
    private static final int ROWS = 12;

    private WarmUpPaper() {}

    static PrintableReport report() {
        String words = PaperWords.of("form.note.blank");
        List<SentenceRow> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(new SentenceRow(String.valueOf(i / 3), words.substring(0, 8), PaperWords.of("kind.QUANTITY"),
                    PaperWords.of("level.COUNTY"),
                    false, List.of(new SentencePiece.Text(words), new SentencePiece.Figure("1.1.1", "1234567890")), words.substring(0, 20),
                    PaperWords.of("pointer.none")));
        }
        Annex texts = new Annex.Narratives(PaperWords.of("annex.narratives"), "",
                List.of(new Annex.Section(words.substring(0, 12), Collections.nCopies(4, words.repeat(2)))));
        Annex explanations = new Annex.Explanations(PaperWords.of("annex.explanations"), "", words.substring(0, 30),
                Collections.nCopies(4, new Annex.Explanation("1.1.1", words.substring(0, 15), "1", "2", words)));
        PaperHead head = new PaperHead("", "", "", "", "");
        return new PrintableReport(PrintableReport.Kind.COUNTY, head, words.substring(0, 10), "", "", "", null, rows,
                List.of(texts, explanations), new PaperSignature("0", "0", "0"),
                new PaperCoding(new UnitId("0"), new PeriodId("2000-01"), PageKind.REPORT, 1, PageDigest.ofSha256Hex("0".repeat(64))), "");
    }
}
