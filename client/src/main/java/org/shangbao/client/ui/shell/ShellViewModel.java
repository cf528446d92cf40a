package org.shangbao.client.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.application.office.OfficeService;
import org.shangbao.client.application.office.OfficeService.LinkState;
import org.shangbao.client.ui.common.TaskRunner;
import org.shangbao.client.ui.common.Text;
import org.shangbao.model.person.Role;

/** Which screen is open, who works here and whether the network is there. */
public final class ShellViewModel {
    private final Office office;
    private final OfficeService offices;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable LinkState> link = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> screen = new ReadOnlyObjectWrapper<>("");

    /** A frame for an office. */
    public ShellViewModel(Office office, OfficeService offices, TaskRunner tasks) {
        this.office = office;
        this.offices = offices;
        this.tasks = tasks;
        offices.watchLink(this::refreshLink);
    }

    /** Returns the unit's name. */
    public String unitName() { return office.unit().name(); }

    /** Returns the person's name. */
    public String personName() { return office.person().name(); }

    /** Returns the words for what the person may do here: the weightiest role. */
    public Text roleWords() {
        List<Role> roles = office.person().roles();
        for (Role role : List.of(Role.OFFICER, Role.REVIEWER, Role.FILLER, Role.SYSADMIN, Role.SECADMIN, Role.AUDITOR)) {
            if (roles.contains(role)) {
                return Text.of("common.role." + role.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return Text.NONE;
    }

    /** The link, null until it was looked at for the first time. */
    public ReadOnlyObjectProperty<@Nullable LinkState> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** Name of the open screen. */
    public ReadOnlyObjectProperty<String> screenProperty() { return screen.getReadOnlyProperty(); }

    /** Notes that a screen was opened and looks at the link. */
    public void opened(String name) {
        screen.set(name);
        refreshLink();
    }

    /** Looks at the link, from any thread; a failure leaves what was known. */
    public void refreshLink() {
        Consumer<LinkState> known = link::set;
        tasks.runAside(offices::link, known, failure -> {});
    }
}
