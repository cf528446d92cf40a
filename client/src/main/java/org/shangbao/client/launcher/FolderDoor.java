package org.shangbao.client.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.EnrolmentOffer;
import org.shangbao.client.application.enrolment.EnrolmentService;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.application.office.Editions;
import org.shangbao.client.command.UnlockFile;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.OfficeDoor;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** The way into one data folder. The runtime it opened stays its own to close. */
final class FolderDoor implements OfficeDoor {

    private final Path folder;
    private final byte @Nullable [] secret;
    private final Clock clock;
    private final Locale locale;
    private final Function<ClientRuntime, UiServices> services;
    private final @Nullable CompletableFuture<ClientRuntime> opening;
    private volatile @Nullable ClientRuntime runtime;

    /**
     * A door to a folder. With a secret the folder is opened at once on {@code early}, while JavaFX is still starting.
     *
     * @param secret   what the unlock file on the command line holds, null for a password typed into the window
     * @param services makes the window's services of an open folder
     */
    FolderDoor(Path folder, byte @Nullable [] secret, Clock clock, Locale locale, Executor early,
            Function<ClientRuntime, UiServices> services) {
        this.folder = folder;
        this.secret = secret;
        this.clock = clock;
        this.locale = locale;
        this.services = services;
        this.opening = secret == null ? null : CompletableFuture.supplyAsync(() -> openQuietly(secret), early);
    }

    /** A failure on its way through the future. */
    private static final class Carried extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private final transient ReportingException failure;

        Carried(ReportingException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private ClientRuntime openQuietly(byte[] known) {
        try {
            return ClientRuntime.open(folder, known, clock, locale);
        } catch (ReportingException e) {
            throw new Carried(e);
        }
    }

    @Override
    public Standing look() throws ReportingException {
        boolean isOffice = Files.exists(folder.resolve("keys.json")) || Files.exists(folder.resolve("store").resolve("main.mv.db"));
        EnrolmentService.About about = AboutFile.read(folder);
        Entrance entrance = secret != null ? Entrance.UNLOCK_FILE : isOffice ? Entrance.PASSWORD : Entrance.ENROL;
        return new Standing(folder.toAbsolutePath(), entrance, about == null ? "" : about.unitName(), about == null ? "" : about.contact());
    }

    @Override
    public EnrolmentOffer read(Path file) throws ReportingException {
        return EnrolmentOffer.of(EnrolmentService.verify(ClientRuntime.read(file), new Editions()));
    }

    @Override
    public Opened enrol(Path file, String account, String password) throws ReportingException {
        byte[] known = OfficePassword.secret(password);
        ClientRuntime.enrol(folder, file, account, known);
        return opened(ClientRuntime.open(folder, known, clock, locale));
    }

    @Override
    public Opened open(String password) throws ReportingException {
        return opened(ClientRuntime.open(folder, OfficePassword.secret(password), clock, locale));
    }

    @Override
    public Opened openWith(Path unlockFile) throws ReportingException {
        return opened(ClientRuntime.open(folder, UnlockFile.read(unlockFile), clock, locale));
    }

    @Override
    public Opened openAtOnce() throws ReportingException {
        CompletableFuture<ClientRuntime> begun = opening;
        if (begun == null) {
            throw new ReportingException(ErrorCode.STORE_LOCKED, java.util.Map.of());
        }
        try {
            return opened(begun.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Carried carried) {
                throw carried.failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportingException(ErrorCode.STORE_IN_USE, java.util.Map.of(), e);
        }
    }

    private Opened opened(ClientRuntime open) throws ReportingException {
        runtime = open;
        ClientLog.into(folder);
        open.keepDailyBackups();
        return new Opened(services.apply(open), open.offices().office(), open.repairs().restored());
    }

    /** Returns the folder's runtime, null while none is open. */
    @Nullable
    ClientRuntime runtime() { return runtime; }

    /** Closes what was opened. */
    void close() throws ReportingException {
        ClientRuntime open = runtime;
        if (open == null && opening != null && opening.isDone() && !opening.isCompletedExceptionally()) {
            open = opening.join();
        }
        if (open != null) {
            open.close();
        }
    }
}
