package org.shangbao.client.application.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.Setting;
import org.shangbao.client.application.store.StoreHistory;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.StoreMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices a data folder that was put back as a whole, where nothing on this computer disagrees any more: the server knows of more saves, or of
 * another one under the same number. What was noticed is kept until the person has read it; nothing is overwritten here or there.
 */
public final class FolderAge {
    /** Saves after which the server is told again; a round of exchange is itself a save. */
    private static final long TELL_AFTER = 20;
    private static final Logger LOG = LoggerFactory.getLogger(FolderAge.class);

    private final OfficeStore store;
    private final StoreHistory history;
    private final StoreMarks server;
    private long told = -1;

    /** Makes it. */
    public FolderAge(OfficeStore store, StoreHistory history, StoreMarks server) {
        this.store = store;
        this.history = history;
        this.server = server;
    }

    /**
     * Tells the server how far this folder has come and compares with what it knew; seldom enough for every round. A server that was not
     * reached is asked again at the next round, one that does not know this call yet is left alone.
     *
     * @return true if something was noticed just now
     * @throws ReportingException STORE_NOT_WRITABLE, STORE_DAMAGED
     */
    public synchronized boolean compare() throws ReportingException {
        StoreMark mine = history.mark();
        if (told >= 0 && mine.seq() < told + TELL_AFTER) {
            return false;
        }
        UUID id = id();
        StoreMark known;
        try {
            known = server.tell(id, mine);
        } catch (ReportingException e) {
            LOG.info("The server was not told how far this folder has come: {}", e.error());
            boolean wasReached = e.error() != ErrorCode.SERVER_UNREACHABLE && e.error() != ErrorCode.NOT_OUR_SERVER;
            if (wasReached) {
                told = mine.seq();
            }
            return false;
        }
        told = mine.seq();
        boolean isOlder = known.seq() > mine.seq();
        if (isOlder || !history.holds(known)) {
            LOG.warn("The server knows save {} of this folder, which is at {} and does not hold it", known.seq(), mine.seq());
            store.write("folder.behind", changes -> {
                changes.putSetting(Setting.BEHIND, known.seq() + "/" + mine.seq());
                // from here on it is another history; the server keeps what it knows of the old one
                changes.putSetting(Setting.HISTORY, UUID.randomUUID().toString());
                return Boolean.TRUE;
            });
            told = -1;
            return true;
        }
        return false;
    }

    private UUID id() throws ReportingException {
        Optional<String> known = store.read(records -> records.setting(Setting.HISTORY));
        if (known.isPresent()) {
            return UUID.fromString(known.get());
        }
        UUID made = UUID.randomUUID();
        store.write("folder.history", changes -> {
            changes.putSetting(Setting.HISTORY, made.toString());
            return Boolean.TRUE;
        });
        return made;
    }

    /** Returns what was noticed and not read yet, with the words' details. */
    public static Optional<Map<String, String>> noticed(OfficeStore store) throws ReportingException {
        return store.read(records -> records.setting(Setting.BEHIND)).filter(text -> text.contains("/")).map(text -> {
            String[] parts = text.split("/", 2);
            return Map.of("known", parts[0], "found", parts[1]);
        });
    }

    /** Notes that the person has read it. */
    public static void read(OfficeStore store) throws ReportingException {
        store.write("folder.behind.read", changes -> {
            changes.putSetting(Setting.BEHIND, "");
            return Boolean.TRUE;
        });
    }
}
