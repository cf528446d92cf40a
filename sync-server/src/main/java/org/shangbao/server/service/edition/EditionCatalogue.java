package org.shangbao.server.service.edition;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.edition.EditionRepository.StoredEdition;
import org.shangbao.server.service.transaction.CounterRepository.Counter;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.edition.EditionLoader;

/** The form editions of this server, read once and kept in memory. Safe to share between threads. */
public final class EditionCatalogue {
    private final Transactions transactions;
    private final AuditTrail audit;
    private final EditionLoader loader = new EditionLoader();
    private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();

    /** Makes the catalogue. */
    public EditionCatalogue(Transactions transactions, AuditTrail audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Adds an edition.
     *
     * @return the edition, also if exactly these bytes are known already
     * @throws ReportingException EDITION_BROKEN if the bytes are no edition, or another edition has its id
     */
    public FormEdition add(byte[] bytes, String actor) throws ReportingException {
        FormEdition edition = loader.load(bytes);
        return transactions.write(transaction -> {
            FormEdition known = load(transaction).get(edition.id().value());
            if (known != null && known.digest().equals(edition.digest())) {
                return edition;
            }
            if (known != null) {
                throw new ReportingException(ErrorCode.EDITION_BROKEN,
                        Map.of("pointer", "/id", "reason", "another edition has this id: " + edition.id()));
            }
            transaction.editions().add(new StoredEdition(edition.id().value(), edition.digest(), bytes, audit.now()));
            transaction.counters().changed(Counter.EDITIONS);
            audit.record(transaction, actor, "EDITION", edition.id().value(), edition.digest());
            return edition;
        });
    }

    /** Returns all editions, oldest first. */
    public List<FormEdition> all(Transaction transaction) {
        return List.copyOf(load(transaction).values());
    }

    /** Returns all editions, oldest first. */
    public List<FormEdition> all() { return transactions.read(this::all); }

    /** @throws ReportingException EDITION_UNKNOWN if there is none with this id */
    public FormEdition require(Transaction transaction, String id) throws ReportingException {
        FormEdition edition = load(transaction).get(id);
        if (edition == null) {
            throw new ReportingException(ErrorCode.EDITION_UNKNOWN, Map.of("edition", id));
        }
        return edition;
    }

    /** Returns the editions as they travel. */
    public static List<EditionRecord> records(Transaction transaction) {
        return transaction.editions().all().stream().map(
                stored -> new EditionRecord(stored.id(), stored.digest(), Base64.getEncoder().encodeToString(stored.bytes()))).toList();
    }

    private Map<String, FormEdition> load(Transaction transaction) {
        long version = transaction.counters().value(Counter.EDITIONS);
        Loaded held = loaded.get();
        if (held == null || held.version() != version) {
            Map<String, FormEdition> editions = new LinkedHashMap<>();
            for (StoredEdition stored : transaction.editions().all()) {
                try {
                    editions.put(stored.id(), loader.load(stored.bytes()));
                } catch (WireFormatException e) {
                    throw new IllegalStateException("edition " + stored.id() + " was taken and can no longer be read", e);
                }
            }
            held = new Loaded(version, editions);
            loaded.set(held);
        }
        return held.editions();
    }

    private record Loaded(long version, Map<String, FormEdition> editions) {}
}
