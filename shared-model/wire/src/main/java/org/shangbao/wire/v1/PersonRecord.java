package org.shangbao.wire.v1;

import java.util.List;

import org.shangbao.model.person.Role;

/**
 * A person with an account.
 *
 * @param account   name to sign in with, unique on the server
 * @param name      as printed
 * @param unit      unit the person belongs to; rights reach over its subtree
 * @param roles     what the person may do
 * @param telephone as printed, empty if not known
 */
public record PersonRecord(String account, String name, String unit, List<Role> roles, String telephone) {
    /** Copies the list. */
    public PersonRecord {
        roles = List.copyOf(roles);
    }
}
