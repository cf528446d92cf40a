package org.shangbao.client.application.store;

import org.shangbao.model.error.ReportingException;

/**
 * The office's durable store. Every call runs on the one store thread, one after the other; the caller waits. A call that is interrupted
 * keeps waiting, so that nothing is half done. Safe to share between threads; never call from the UI thread.
 */
public interface OfficeStore {

    /**
     * Reads a consistent view.
     *
     * @throws ReportingException STORE_DAMAGED if stored rows cannot be read, or whatever {@code reading} throws
     */
    <T> T read(Reading<T> reading) throws ReportingException;

    /**
     * Makes changes as one transaction: all of them or none. Returns only after they are durable in the journal; the database
     * follows before anything else is done.
     *
     * @param kind    what is done, a few words with points such as {@code figure.save}; for the journal
     * @param writing makes the changes; may read its own changes
     * @return the result with the journal sequence; sequence 0 if nothing was changed
     * @throws ReportingException STORE_NOT_WRITABLE if it could not be made durable, or whatever {@code writing} throws; nothing is changed
     */
    <T> Stored<T> write(String kind, Writing<T> writing) throws ReportingException;

    /**
     * Does everything a save does but store it: the changes are taken back and nothing is written. The first saves of a program take several
     * times as long as later ones, because their code is not compiled yet.
     *
     * @param writing as for {@link #write}; its result is dropped
     * @throws ReportingException whatever {@code writing} throws, STORE_NOT_WRITABLE if the store cannot be used
     */
    void rehearse(Writing<?> writing) throws ReportingException;

    /** Something that reads; called on the store thread. */
    @FunctionalInterface
    interface Reading<T> {
        /** Reads. */
        T in(OfficeRecords records) throws ReportingException;
    }

    /** Something that changes; called on the store thread. */
    @FunctionalInterface
    interface Writing<T> {
        /** Changes. */
        T in(OfficeChanges changes) throws ReportingException;
    }

    /** A result with the journal sequence under which it is durable. */
    record Stored<T>(T value, long sequence) {}
}
