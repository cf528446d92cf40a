package org.shangbao.walkthrough;

import java.io.IOException;
import java.util.Map;

import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.UnitTree;

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

    /** True if one county is to have a later period too, in which there is a period before. */
    default boolean hasLaterPeriod() {
        return false;
    }

    /** The screens before an office is open. */
    default void start(UnitTree tree) throws ReportingException, IOException {
        // the story begins with open offices
    }

    /** A county in the later period, and the city above it. */
    default void laterPeriod(DemoOffice county, DemoOffice city) throws ReportingException, IOException {
        // the story has one period
    }

    /** Sign-off with every step recorded. */
    default void readyToReport(DemoOffice office) throws ReportingException, IOException {
        // shown with the first step open
    }
}
