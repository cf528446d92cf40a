package org.shangbao.server.service.history;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.transaction.Transactions;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.StoreMark;

/** Remembers how far each data folder has come; never goes back. Safe to share. */
public final class StoreMarkService {
    private static final int MOST_HISTORIES = 200;

    private final Transactions transactions;
    private final AuditTrail audit;

    /** Makes the service. */
    public StoreMarkService(Transactions transactions, AuditTrail audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Takes a folder's mark and tells the furthest one known before.
     *
     * @param history identity of the folder's history, made by the client
     * @return what was known before, the mark itself if nothing was
     * @throws ReportingException REPORT_FORMAT if it can be no mark
     */
    public StoreMark tell(PersonRecord person, UUID history, StoreMark mark) throws ReportingException {
        if (!mark.hasShape()) {
            throw new ReportingException(ErrorCode.REPORT_FORMAT, Map.of("reason", "mark"));
        }
        return transactions.write(transaction -> {
            Optional<StoreMark> before = transaction.storeMarks().find(person.unit(), history);
            if (before.isEmpty() || before.get().seq() < mark.seq()) {
                transaction.storeMarks().put(person.unit(), history, mark, audit.now());
                transaction.storeMarks().keepLatest(person.unit(), MOST_HISTORIES);
            }
            return before.orElse(mark);
        });
    }
}
