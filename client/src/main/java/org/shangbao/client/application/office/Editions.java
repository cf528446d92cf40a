package org.shangbao.client.application.office;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.shangbao.client.application.store.OfficeRecords;
import org.shangbao.model.edition.EditionId;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.EditionRecord;
import org.shangbao.wire.v1.Sha256;
import org.shangbao.wire.v1.edition.EditionLoader;

/** Reads editions once per digest. Safe to share between threads. */
public final class Editions {
    private final EditionLoader loader = new EditionLoader();
    private final Map<String, FormEdition> loaded = new ConcurrentHashMap<>();

    /**
     * Reads an edition as it travels.
     *
     * @throws ReportingException EDITION_BROKEN if bytes, digest and id do not belong together or it is no edition
     */
    public FormEdition load(EditionRecord edition) throws ReportingException {
        FormEdition known = loaded.get(edition.digest());
        if (known != null && known.id().value().equals(edition.id())) {
            return known;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(edition.bytes());
        } catch (IllegalArgumentException e) {
            throw broken("/bytes", "Base64", e);
        }
        if (!Sha256.of(bytes).hex().equals(edition.digest())) {
            throw broken("/digest", "SHA-256", null);
        }
        FormEdition read = loader.load(bytes);
        if (!read.id().value().equals(edition.id())) {
            throw broken("/id", edition.id(), null);
        }
        loaded.put(edition.digest(), read);
        return read;
    }

    /** Returns the editions of the office. */
    public List<FormEdition> all(OfficeRecords records) throws ReportingException {
        List<FormEdition> all = new java.util.ArrayList<>();
        for (EditionRecord edition : records.editions()) {
            all.add(load(edition));
        }
        return all;
    }

    /**
     * Returns an edition of the office.
     *
     * @throws ReportingException EDITION_UNKNOWN if it is not here
     */
    public FormEdition get(OfficeRecords records, EditionId id) throws ReportingException {
        Optional<EditionRecord> found = records.editions().stream().filter(edition -> edition.id().equals(id.value())).findFirst();
        if (found.isEmpty()) {
            throw new ReportingException(ErrorCode.EDITION_UNKNOWN, Map.of("edition", id.value()));
        }
        return load(found.get());
    }

    private static ReportingException broken(String pointer, String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ReportingException(ErrorCode.EDITION_BROKEN, Map.of("pointer", pointer, "reason", reason), cause);
    }
}
