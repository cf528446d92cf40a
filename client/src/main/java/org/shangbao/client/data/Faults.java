package org.shangbao.client.data;

/** Named steps of the store's work, so that a proof can end the process at each of them. */
@FunctionalInterface
interface Faults {
    /** Does nothing. */
    Faults NONE = (kind, step) -> {};

    /**
     * Called on the store thread when {@code step} is done.
     *
     * @param kind what is being stored, for example {@code figure.save}
     * @param step changed, journalled, noted, committed
     */
    void at(String kind, String step);
}
