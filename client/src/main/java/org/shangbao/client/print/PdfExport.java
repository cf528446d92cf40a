package org.shangbao.client.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.shangbao.client.application.progress.Progress;
import org.shangbao.client.application.progress.Watched;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;

/** Exports filled parts as one PDF whose bytes depend on nothing but the parts. */
final class PdfExport {

    private static final int PREFIX_LENGTH = 6;

    private PdfExport() {}

    static byte[] export(List<JasperPrint> parts, String title) {
        ByteArrayOutputStream exported = new ByteArrayOutputStream(1 << 18);
        JRPdfExporter exporter = new JRPdfExporter(DefaultJasperReportsContext.getInstance());
        exporter.setExporterInput(SimpleExporterInput.getInstance(parts));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(exported));
        exporter.setConfiguration(watched(parts));
        try {
            exporter.exportReport();
            return normalised(exported.toByteArray(), title);
        } catch (JRException | IOException e) {
            throw new PrintException("cannot export the paper", e);
        }
    }

    /** Tells after every page how far it is, and ends there if nobody waits any more. */
    private static SimplePdfReportConfiguration watched(List<JasperPrint> parts) {
        long all = Math.max(1, parts.stream().mapToLong(part -> part.getPages().size()).sum());
        Progress waiting = Watched.current();
        AtomicLong done = new AtomicLong();
        SimplePdfReportConfiguration configuration = new SimplePdfReportConfiguration();
        configuration.setProgressMonitor(() -> {
            waiting.at(done.incrementAndGet(), all);
            waiting.orGiveUp();
        });
        return configuration;
    }

    /** Takes out what differs from run to run: dates, the document's id and the random prefixes of font subsets. */
    private static byte[] normalised(byte[] pdf, String title) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setMetadata(null);
            document.getDocumentCatalog().setLanguage("zh-CN");
            // made anew from the title, which names unit, period and revision
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.setDocumentId(0L);
            nameSubsets(document);
            ByteArrayOutputStream written = new ByteArrayOutputStream(pdf.length);
            document.save(written, CompressParameters.NO_COMPRESSION);
            return written.toByteArray();
        }
    }

    private static void nameSubsets(PDDocument document) throws IOException {
        // by object number, so that the order of the letters is the order of the file
        Map<COSObjectKey, Long> objects = new TreeMap<>(document.getDocument().getXrefTable());
        Map<String, String> prefixes = new TreeMap<>();
        for (COSObjectKey key : objects.keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object.getObject() instanceof COSDictionary dictionary) {
                rename(dictionary, COSName.BASE_FONT, prefixes);
                rename(dictionary, COSName.FONT_NAME, prefixes);
                for (COSBase value : dictionary.getValues()) {
                    if (value instanceof COSArray array && array.size() > 0 && array.getObject(0) instanceof COSDictionary inner) {
                        rename(inner, COSName.BASE_FONT, prefixes);
                    }
                }
            }
        }
    }

    private static void rename(COSDictionary dictionary, COSName entry, Map<String, String> prefixes) {
        String name = dictionary.getNameAsString(entry);
        if (name == null || name.length() <= PREFIX_LENGTH || name.charAt(PREFIX_LENGTH) != '+') {
            return;
        }
        String face = name.substring(PREFIX_LENGTH + 1);
        // a face is one subset per document, so a prefix made of its name tells subsets apart
        String prefix = prefixes.computeIfAbsent(face, PdfExport::prefixOf);
        dictionary.setName(entry, prefix + "+" + face);
    }

    private static String prefixOf(String face) {
        int hash = face.hashCode() & Integer.MAX_VALUE;
        StringBuilder prefix = new StringBuilder(PREFIX_LENGTH);
        for (int i = 0; i < PREFIX_LENGTH; i++) {
            prefix.append((char) ('A' + hash % 26));
            hash /= 26;
        }
        return prefix.toString();
    }
}
