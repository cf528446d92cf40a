package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.shangbao.client.application.help.DiagnosticPackage;
import org.shangbao.client.application.help.HelpService;
import org.shangbao.client.application.help.OperationCard;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Help of an open folder: its own 诊断包, the card printed with the fonts of the papers. */
record FolderHelp(DiagnosticPackage diagnostics, PaperWithFonts papers) implements HelpService {

    @Override
    public void exportDiagnostics(Path target, Figures figures) throws ReportingException {
        diagnostics.exportDiagnostics(target, figures);
    }

    @Override
    public void printCard(Path target, OperationCard card) throws ReportingException {
        byte[] pdf = papers.card(card);
        try {
            Files.write(target, pdf);
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())), e);
        }
    }
}
