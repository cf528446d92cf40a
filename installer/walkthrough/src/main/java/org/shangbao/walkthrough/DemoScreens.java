package org.shangbao.walkthrough;

import java.io.IOException;
import java.util.Map;

import org.shangbao.model.error.ReportingException;

/** The parts of the story that happen in the window, with a screenshot of each. */
interface DemoScreens {

    /** Home, then types figures into the document view by keyboard. */
    void fillCounty(DemoOffice office, Map<String, String> figures) throws ReportingException, IOException;

    /** The check screen. */
    void check(DemoOffice office) throws ReportingException, IOException;

    /** Print and scan. */
    void paper(DemoOffice office) throws ReportingException, IOException;

    /** Home with a returned report. */
    void returned(DemoOffice office) throws ReportingException, IOException;

    /** Sign-off. */
    void signOff(DemoOffice office) throws ReportingException, IOException;

    /** Review at a level, with one submission open. */
    void review(DemoOffice reviewer, String county) throws ReportingException, IOException;

    /** Roll-up at province, city and root. */
    void rollUp(DemoOffice province, DemoOffice city, DemoOffice root) throws ReportingException, IOException;
}
