package org.shangbao.client.application.report;

import java.util.List;
import java.util.SequencedMap;

import org.shangbao.model.error.ReportingException;
import org.shangbao.model.report.ReportId;

/** Taking in many figures at once, from a table. Never call from the UI thread. */
public interface FigureImport {

    /**
     * Takes figures in, all of them or none.
     *
     * @param typed text by figure code
     * @throws ReportingException FIGURE_UNKNOWN, or INPUT-… of the first text that cannot be read; nothing is changed then
     */
    List<ReportService.SavedFigure> saveAll(ReportId report, SequencedMap<String, String> typed) throws ReportingException;
}
