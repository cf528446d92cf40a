package org.shangbao.server.service.transaction;

/** Running numbers without gaps: writers take turns, so their order is the order of the commits. */
public interface CounterRepository {
    /** Returns the number now, 0 before the first. */
    long value(Counter counter);

    /** Adds one and returns the new number. */
    long next(Counter counter);

    /** Notes that something all clients keep a copy of changed: takes the next {@link Counter#CHANGE} and remembers it under the name. */
    default void changed(Counter what) {
        set(what, next(Counter.CHANGE));
    }

    /** Sets a number. */
    void set(Counter counter, long amount);

    /** What is counted. */
    enum Counter {
        /** Every change a client may ask for. */
        CHANGE,
        /** Receipts given. */
        RECEIPT,
        /** The change at which the unit list last changed. */
        UNITS,
        /** The change at which the editions last changed. */
        EDITIONS,
        /** The change at which windows last changed. */
        WINDOWS,
        /** The change at which designations last changed. */
        DESIGNATIONS
    }
}
