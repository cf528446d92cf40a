package org.shangbao.client.application.help;

import java.nio.file.Path;

import org.shangbao.model.error.ReportingException;

/** Help that needs the office's folder. Never call from the UI thread. Safe to share between threads. */
public interface HelpService {

    /** What goes into a 诊断包 besides logs and states. */
    enum Figures {
        /** No figure, no text, no name of a person. */
        LEFT_OUT,
        /** What was typed into the reports, because the person ticked it. */
        INCLUDED
    }

    /**
     * Writes a 诊断包, a ZIP file; what stood there before is replaced only when the new one is whole.
     *
     * @throws ReportingException STORE_NOT_WRITABLE if it cannot be written there
     */
    void exportDiagnostics(Path target, Figures figures) throws ReportingException;

    /**
     * Writes the 操作卡 as PDF.
     *
     * @throws ReportingException STORE_NOT_WRITABLE if it cannot be written there
     */
    void printCard(Path target, OperationCard card) throws ReportingException;
}
