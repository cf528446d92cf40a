package org.shangbao.server.service.period;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shangbao.model.unit.Unit;
import org.shangbao.model.unit.UnitId;
import org.shangbao.server.service.transaction.Transaction;
import org.shangbao.server.service.unit.UnitList;
import org.shangbao.wire.v1.WindowRecord;

/** All windows at one moment; answers which one holds for a unit. Immutable. */
public final class Windows {
    private final UnitList units;
    private final Map<String, WindowRecord> set = new HashMap<>();
    private final Set<String> periods = new LinkedHashSet<>();

    private Windows(UnitList units, List<WindowRecord> windows) {
        this.units = units;
        for (WindowRecord window : windows) {
            set.put(key(window.period(), window.edition(), window.unit()), window);
            periods.add(window.period() + "/" + window.edition());
        }
    }

    /** Reads them. */
    public static Windows of(Transaction transaction, UnitList units) {
        return new Windows(units, transaction.periods().windows());
    }

    /** Returns the window that holds for a unit: its own, or that of the nearest unit above; named for the unit asked about. */
    public Optional<WindowRecord> effective(String period, String edition, UnitId unit) {
        List<UnitId> line = new ArrayList<>(List.of(unit));
        units.tree().chainAbove(unit).forEach(above -> line.add(above.id()));
        return line.stream().map(id -> set.get(key(period, edition, id.value()))).filter(window -> window != null).findFirst()
                .map(window -> new WindowRecord(window.period(), window.edition(), window.kind(), unit.value(), window.opensAt(),
                        window.dueAt()));
    }

    /** True if an instant lies after the due time of a unit; false where no window is set. */
    public boolean isLate(String period, String edition, UnitId unit, Instant at) {
        return effective(period, edition, unit).map(window -> at.isAfter(window.dueAt())).orElse(false);
    }

    /** Returns the windows an office keeps a copy of: its own and those of its children, every period. */
    public List<WindowRecord> viewOf(UnitId office) {
        List<UnitId> wanted = new ArrayList<>(List.of(office));
        wanted.addAll(units.tree().children(office).stream().map(Unit::id).toList());
        List<WindowRecord> view = new ArrayList<>();
        for (String period : periods) {
            String[] parts = period.split("/");
            wanted.forEach(unit -> effective(parts[0], parts[1], unit).ifPresent(view::add));
        }
        return view;
    }

    private static String key(String period, String edition, String unit) { return period + "/" + edition + "/" + unit; }
}
