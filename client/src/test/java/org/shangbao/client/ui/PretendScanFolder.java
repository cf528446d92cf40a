package org.shangbao.client.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.shangbao.client.application.paper.ScanFolder;

/** A folder in which files appear as a test wants. */
public final class PretendScanFolder implements ScanFolder {
    private Optional<Path> folder = Optional.empty();
    private final List<Path> files = new ArrayList<>();

    /** A whole new file appears. */
    public void appear(Path file) { files.add(file); }

    @Override
    public Optional<Path> folder() { return folder; }

    @Override
    public void choose(Path chosen) { folder = Optional.of(chosen); }

    @Override
    public void forget() { folder = Optional.empty(); }

    @Override
    public List<Path> look(Instant since) { return folder.isEmpty() ? List.of() : List.copyOf(files); }

    @Override
    public void settle(List<Path> settled) { files.removeAll(settled); }
}
