package org.shangbao.client.application.delivery;

import java.util.UUID;

import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.StoreMark;

/** The server's memory of how far this folder has come. */
@FunctionalInterface
public interface StoreMarks {
    /**
     * Tells a mark.
     *
     * @return the furthest mark the server knew before; the mark itself if it knew none
     */
    StoreMark tell(UUID history, StoreMark mark) throws ReportingException;
}
