package org.shangbao.client.application.keeping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.shangbao.client.application.store.OfficeStore;
import org.shangbao.client.application.store.Setting;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireFormatException;
import org.shangbao.wire.v1.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was done to the ways of opening a folder, noted in its store; the journal's chain holds also what is too old to be listed. */
public final class KeyActs {
    private static final int MOST = 200;
    private static final Logger LOG = LoggerFactory.getLogger(KeyActs.class);

    private KeyActs() {}

    /** The list as it is stored, oldest first. */
    record Noted(List<KeyAct> acts) {}

    /** Notes an act; durable when this returns. */
    public static void note(OfficeStore store, KeyAct act) throws ReportingException {
        store.write("keys." + act.kind(), changes -> {
            List<KeyAct> acts = new ArrayList<>(parsed(changes.setting(Setting.KEY_ACTS)));
            acts.add(act);
            List<KeyAct> kept = acts.subList(Math.max(0, acts.size() - MOST), acts.size());
            changes.putSetting(Setting.KEY_ACTS, new String(WireJson.write(new Noted(List.copyOf(kept))), StandardCharsets.UTF_8));
            return Boolean.TRUE;
        });
        LOG.info("Noted: {}", act.kind());
    }

    /** Returns what was noted, newest first. */
    public static List<KeyAct> list(OfficeStore store) throws ReportingException {
        return store.read(records -> parsed(records.setting(Setting.KEY_ACTS))).reversed();
    }

    private static List<KeyAct> parsed(Optional<String> stored) {
        try {
            return stored.isEmpty() ? List.of() : WireJson.read(stored.get().getBytes(StandardCharsets.UTF_8), Noted.class).acts();
        } catch (WireFormatException e) {
            LOG.warn("What was noted of the keys cannot be read; it begins anew, the journal has the old notes", e);
            return List.of();
        }
    }
}
