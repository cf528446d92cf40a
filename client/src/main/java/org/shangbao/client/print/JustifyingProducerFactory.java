package org.shangbao.client.print;

import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.common.PdfProducerFactory;

/**
 * Lets justified lines of Chinese reach the right edge. JasperReports tells the PDF writer to stretch blanks only, of which Chinese has
 * none; here what is left of a line is shared out evenly between its characters. Named in {@code jasperreports.properties}.
 */
public final class JustifyingProducerFactory implements PdfProducerFactory {
    /** A blank grows by as much as the gap between any two characters. */
    private static final float EVENLY = 1;

    @Override
    public PdfProducer createProducer(PdfProducerContext context) {
        return new ClassicPdfProducer(context) {
            @Override
            public void initReport() {
                super.initReport();
                getPdfWriter().setSpaceCharRatio(EVENLY);
            }
        };
    }
}
