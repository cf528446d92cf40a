package org.shangbao.client.application.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.shangbao.client.application.office.OfficeReading;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.EnrolmentFile;
import org.shangbao.wire.v1.PersonRecord;

/**
 * What a verified enrolment file would make of this computer, for the person to confirm.
 *
 * @param unitName name of the office
 * @param unitId   its id
 * @param above    names of the levels above, next one first
 * @param people   accounts it brings, in its order
 * @param periods  periods this office has a window for, newest first
 * @param issuedAt when it was issued
 * @param isRecoverable true if a forgotten password can be recovered from
 */
public record EnrolmentOffer(String unitName, String unitId, List<String> above, List<PersonRecord> people, List<String> periods,
        Instant issuedAt, boolean isRecoverable) {
    /** Copies the lists. */
    public EnrolmentOffer {
        above = List.copyOf(above);
        people = List.copyOf(people);
        periods = List.copyOf(periods);
    }

    /** Reads it from a file that {@link EnrolmentService#verify} accepted. */
    public static EnrolmentOffer of(EnrolmentFile file) throws ReportingException {
        UnitTree tree = OfficeReading.tree(file.units());
        Unit unit = tree.get(new UnitId(file.unit()));
        List<String> above = new ArrayList<>(tree.chainAbove(unit.id()).stream().map(Unit::name).toList());
        List<String> periods = file.windows().stream().filter(window -> window.unit().equals(file.unit())).map(window -> window.period())
                .distinct().sorted(java.util.Comparator.reverseOrder()).toList();
        return new EnrolmentOffer(unit.name(), unit.id().value(), above, file.people(), periods, file.issuedAt(),
                file.recoveryKey() != null);
    }
}
