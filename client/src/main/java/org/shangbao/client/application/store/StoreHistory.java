package org.shangbao.client.application.store;

import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.StoreMark;

/** The chain of an office's saves. Safe to share between threads. */
public interface StoreHistory {
    /** Returns the mark of the last save. */
    StoreMark mark() throws ReportingException;

    /** False if the save of that number here is another than the one meant; true if it is the same, or too old to be looked up. */
    boolean holds(StoreMark mark) throws ReportingException;
}
