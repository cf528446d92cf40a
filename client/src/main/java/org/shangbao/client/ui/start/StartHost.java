package org.shangbao.client.ui.start;

import javafx.beans.property.StringProperty;

import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;

/** What the parts of the start share: the page, the two password fields, and the way to an open office. */
interface StartHost {
    /** Opens an office; the page is shown again with its problem if that fails. */
    void open(TaskRunner.Work<OfficeDoor.Opened> work, StartViewModel.Page back);

    /** Shows a page. */
    void show(StartViewModel.Page page);

    /** Says what did not work. */
    void tell(Text problem);

    /** The password typed. */
    StringProperty password();

    /** The password typed again. */
    StringProperty repeated();
}
