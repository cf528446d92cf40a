package org.shangbao.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** What an operating system keeps for one user, as tests decide. */
public final class PretendKeyring implements UserKeyring {
    private final Map<String, byte[]> kept = new HashMap<>();
    private final String user;
    private boolean isSilent;

    public PretendKeyring(String user) { this.user = user; }

    /** From now on it does not answer, or answers again. */
    public void fallSilent(boolean silent) { isSilent = silent; }

    /** How many secrets it keeps. */
    public int size() { return kept.size(); }

    private void answer() throws ReportingException {
        if (isSilent) {
            throw new ReportingException(ErrorCode.KEYRING_SILENT, Map.of());
        }
    }

    @Override
    public void keep(String name, byte[] secret) throws ReportingException {
        answer();
        kept.put(name, secret.clone());
    }

    @Override
    public Optional<byte[]> find(String name) throws ReportingException {
        answer();
        return Optional.ofNullable(kept.get(name)).map(byte[]::clone);
    }

    @Override
    public void forget(String name) throws ReportingException {
        answer();
        kept.remove(name);
    }

    @Override
    public String user() { return user; }
}
