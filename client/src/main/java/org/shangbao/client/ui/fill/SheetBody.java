package org.shangbao.client.ui.fill;

import java.util.Map;
import javafx.scene.Node;

/** The part of the filling screen that holds the blanks: the sheet or the table. */
interface SheetBody {
    /** Lays out the blanks of a form. */
    void lay(Sheet sheet);

    /** Shows what the blanks hold. */
    void showBlanks(Map<String, BlankContent> contents);

    /** Shows the texts and files of the items as they are stored now. */
    void showTexts();

    /** Gives the focus to a blank or text and brings it into view; false if there is none with this code. */
    boolean focus(String code);

    /** Saves what is being typed. */
    void commitNow();

    /** Returns what is drawn. */
    Node node();
}
