package org.shangbao.client.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangbao.client.application.help.OperationCard;
import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.help.CardWords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OperationCardTest {
    @TempDir
    private Path folder;

    @Test
    void theCardIsOnePageAndQuotesWhatTheWindowSays() throws Exception {
        Messages messages = new Messages(Language.CHINESE);
        OperationCard card = CardWords.of(messages);
        byte[] pdf = new PaperWithFonts(folder.resolve("fonts")).card(card);
        Files.createDirectories(Path.of("target", "screens"));
        Files.write(Path.of("target", "screens", "card.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertEquals(7, card.steps().size());
            for (OperationCard.Step step : card.steps()) {
                assertTrue(text.contains(step.seen().replaceAll("\\s", "")), step.seen());
                assertTrue(text.contains(step.todo().replaceAll("\\s", "")), step.todo());
            }
            assertTrue(text.contains(messages.text("check.passed").replaceAll("\\s", "")), "the words of the check screen itself");
        }
    }
}
