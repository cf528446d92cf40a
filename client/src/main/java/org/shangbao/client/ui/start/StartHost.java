package org.shangbao.client.ui.start;

import javafx.beans.property.StringProperty;

import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;

/** What the parts of the start share: the page, the two password fields, and the way to an open office. */
interface StartHost {
    /** Opens an office; the page is shown again with its problem if that fails. */
    void open(TaskRunner.Work<OfficeDoor.Opened> work, StartViewModel.Page back);

    /** Goes on with an office that was opened. */
    void enter(OfficeDoor.Opened office);

    /** Looks at the folder anew, which has become an office's, and says what did not work. */
    void begin(Text problem);

    /** Takes what the folder tells now, and recovers its forgotten password. */
    void forgotten(OfficeDoor.Standing standing);

    /** True if this page is on the screen. */
    boolean isShown(StartViewModel.Page page);

    /** Shows a page. */
    void show(StartViewModel.Page page);

    /** Says what did not work. */
    void tell(Text problem);

    /** The password typed. */
    StringProperty password();

    /** The password typed again. */
    StringProperty repeated();
}
