package org.shangbao.walkthrough;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Calendar;
import java.util.TimeZone;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A one-page document as offices attach them. */
final class SampleAttachment {
    private SampleAttachment() {}

    static byte[] pdf(String title) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream font = SampleAttachment.class.getResourceAsStream("/org/shangbao/client/fonts/ShangbaoSong-Regular.ttf")) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDType0Font song = PDType0Font.load(document, font, true);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(song, 16);
                content.newLineAtOffset(90, 700);
                content.showText(title);
                content.endText();
            }
            Calendar fixed = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            fixed.setTimeInMillis(1_696_118_400_000L);
            document.getDocumentInformation().setCreationDate(fixed);
            document.setDocumentId(title.hashCode() & 0xffffffffL);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
