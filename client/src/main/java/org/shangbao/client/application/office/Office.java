package org.shangbao.client.application.office;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.edition.FormEdition;
import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitTree;
import org.shangbao.wire.v1.PersonRecord;

/**
 * The office this data folder belongs to.
 *
 * @param unit      its unit
 * @param above     the unit next above, null at the root
 * @param abovePhone whom to call there, empty if not known
 * @param person    who is signed in
 * @param people    everybody with an account in this office
 * @param units     chain above and subtree below
 * @param editions  editions in force
 * @param serverUrl base URL of the server
 */
public record Office(Unit unit, @Nullable Unit above, String abovePhone, PersonRecord person, List<PersonRecord> people, UnitTree units,
        List<FormEdition> editions, String serverUrl) {}
