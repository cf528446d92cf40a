package org.shangbao.server.service.transaction;

/** The one place where transactions begin and end. Safe to share between threads. */
public interface Transactions {

    /**
     * Runs work that writes, as one transaction: all of it is durable on disk when this returns, or nothing of it happened. Writers take
     * turns, since each holds the head of the audit chain; checks that take long belong before this call.
     *
     * @throws X what the work throws; nothing is stored then
     */
    <T, X extends Exception> T write(Work<T, X> work) throws X;

    /**
     * Runs work that only reads, on one consistent connection.
     *
     * @throws X what the work throws
     */
    <T, X extends Exception> T read(Work<T, X> work) throws X;

    /** What is done inside a transaction. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        /** Does it. */
        T in(Transaction transaction) throws X;
    }
}
