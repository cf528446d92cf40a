package org.shangbao.server.store;

import org.jdbi.v3.core.Handle;
import org.shangbao.server.service.transaction.CounterRepository;

final class JdbiCounterRepository implements CounterRepository {
    private final Handle handle;

    JdbiCounterRepository(Handle handle) { this.handle = handle; }

    @Override
    public long value(Counter counter) {
        return handle.createQuery("SELECT amount FROM counter WHERE name = :name").bind("name", counter.name()).mapTo(Long.class).findOne()
                .orElse(0L);
    }

    @Override
    public long next(Counter counter) {
        long next = value(counter) + 1;
        set(counter, next);
        return next;
    }

    @Override
    public void set(Counter counter, long amount) {
        int changed = handle.createUpdate("UPDATE counter SET amount = :amount WHERE name = :name").bind("name", counter.name())
                .bind("amount", amount).execute();
        if (changed == 0) {
            handle.createUpdate("INSERT INTO counter (name, amount) VALUES (:name, :amount)").bind("name", counter.name())
                    .bind("amount", amount).execute();
        }
    }
}
