package org.shangbao.client.application.progress;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person who waits until so many pieces are done, or until told, and then gives up. */
public final class GivingUp implements Progress {
    private final long patience;
    private final List<Runnable> ends = new CopyOnWriteArrayList<>();
    private volatile boolean givenUp;

    private GivingUp(long patience) { this.patience = patience; }

    /** Gives up once so many pieces are done. */
    public static GivingUp after(long pieces) { return new GivingUp(pieces); }

    /** Gives up when told. */
    public static GivingUp whenTold() { return new GivingUp(Long.MAX_VALUE); }

    /** Tells. */
    public void now() {
        givenUp = true;
        ends.forEach(Runnable::run);
    }

    @Override
    public void at(long done, long all) { givenUp |= done >= patience; }

    @Override
    public boolean isGivenUp() { return givenUp; }

    @Override
    public Hook whenGivenUp(Runnable end) {
        ends.add(end);
        return () -> ends.remove(end);
    }
}
