package org.shangbao.server.service.account;

import java.util.Arrays;
import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.person.Role;
import org.shangbao.model.report.ReportAct;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.PersonRecord;

/**
 * Every right on this server, asked in this one place. A person acts for the person's own unit; a level sees its whole subtree from the
 * moment something arrives, and nobody sees beside or above. Administrators of the system see no figures.
 */
public final class Permissions {
    private Permissions() {}

    /** @throws ReportingException NOT_PERMITTED if the person may not see reports of the unit */
    public static void see(PersonRecord person, UnitList units, UnitId unit) throws ReportingException {
        if (!maySee(person, units, unit)) {
            throw refused(person, "SEE");
        }
    }

    /** True if the person may see reports of the unit: one of the own subtree, or one that the own unit reports for. */
    public static boolean maySee(PersonRecord person, UnitList units, UnitId unit) {
        return has(person, Role.FILLER, Role.REVIEWER, Role.OFFICER)
                && (units.isWithin(unit, new UnitId(person.unit())) || reportsFor(person, units, unit));
    }

    /**
     * Sending a revision or a file of a report of the unit: its 填报人; for a summary also its 审核人, who rolls up.
     *
     * @throws ReportingException NOT_PERMITTED
     */
    public static void submit(PersonRecord person, UnitList units, Unit unit) throws ReportingException {
        boolean own = unit.id().value().equals(person.unit()) || reportsFor(person, units, unit.id());
        boolean roles = UnitList.fillsOwnFigures(unit) ? has(person, Role.FILLER) : has(person, Role.FILLER, Role.REVIEWER);
        if (!own || !roles) {
            throw refused(person, ReportAct.SUBMIT.name());
        }
    }

    /**
     * An act for a unit: the office's own acts by its people, a level's acts by its 审核人.
     *
     * @param actingUnit unit for which the person acts
     * @throws ReportingException NOT_PERMITTED
     */
    public static void act(PersonRecord person, UnitList units, ReportAct act, UnitId actingUnit, UnitId reportUnit)
            throws ReportingException {
        boolean ownAct = act == ReportAct.WITHDRAW || act == ReportAct.REQUEST_RETURN;
        boolean allowed = ownAct
                ? actingUnit.equals(reportUnit)
                        && (actingUnit.value().equals(person.unit()) || reportsFor(person, units, reportUnit))
                        && has(person, Role.FILLER, Role.REVIEWER, Role.OFFICER)
                : actingUnit.value().equals(person.unit()) && !actingUnit.equals(reportUnit) && units.isWithin(reportUnit, actingUnit)
                        && has(person, Role.REVIEWER);
        if (!allowed) {
            throw refused(person, act.name());
        }
    }

    /**
     * Answering a draft of a unit below: the level's 审核人.
     *
     * @param actingUnit level for which the person answers
     * @throws ReportingException NOT_PERMITTED
     */
    public static void answerPreReview(PersonRecord person, UnitList units, UnitId actingUnit, UnitId reportUnit)
            throws ReportingException {
        boolean above = !actingUnit.equals(reportUnit) && units.isWithin(reportUnit, actingUnit);
        if (!actingUnit.value().equals(person.unit()) || !above || !has(person, Role.REVIEWER)) {
            throw refused(person, "ANSWER_PRE_REVIEW");
        }
    }

    /**
     * Recording a step of sign-off from the signed sheet: 负责同志 or 审核人 of the unit.
     *
     * @throws ReportingException NOT_PERMITTED
     */
    public static void signOff(PersonRecord person, UnitId unit) throws ReportingException {
        if (!person.unit().equals(unit.value()) || !has(person, Role.OFFICER, Role.REVIEWER)) {
            throw refused(person, ReportAct.SIGN_OFF.name());
        }
    }

    /**
     * 报部: 负责同志 of the unit.
     *
     * @throws ReportingException NOT_PERMITTED
     */
    public static void reportToMinistry(PersonRecord person, UnitId unit) throws ReportingException {
        if (!person.unit().equals(unit.value()) || !has(person, Role.OFFICER)) {
            throw refused(person, ReportAct.REPORT_TO_MINISTRY.name());
        }
    }

    private static boolean reportsFor(PersonRecord person, UnitList units, UnitId unit) {
        return units.find(unit).map(Unit::reportedBy).filter(by -> by.value().equals(person.unit())).isPresent();
    }

    private static boolean has(PersonRecord person, Role... anyOf) { return Arrays.stream(anyOf).anyMatch(person.roles()::contains); }

    private static ReportingException refused(PersonRecord person, String act) {
        return new ReportingException(ErrorCode.NOT_PERMITTED, Map.of("person", person.name(), "act", act));
    }
}
