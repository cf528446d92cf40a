package org.shangbao.client.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.EnrolmentOffer;
import org.shangbao.client.application.enrolment.EnrolmentSearch;
import org.shangbao.client.application.enrolment.EnrolmentService;
import org.shangbao.client.application.enrolment.OfficePassword;
import org.shangbao.client.application.keeping.BackupContent;
import org.shangbao.client.application.keeping.BackupEntry;
import org.shangbao.client.application.keeping.FolderKeeping;
import org.shangbao.client.application.keeping.FolderRecovery;
import org.shangbao.client.application.keeping.OfficeFromBackup;
import org.shangbao.client.application.keeping.RestorePreview;
import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.client.application.keeping.UserReset;
import org.shangbao.client.application.office.Editions;
import org.shangbao.client.application.progress.Watched;
import org.shangbao.client.command.UnlockFile;
import org.shangbao.client.data.H2FolderKeeping;
import org.shangbao.client.data.H2FolderRecovery;
import org.shangbao.client.data.H2OfficeFromBackup;
import org.shangbao.client.data.H2UserReset;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.start.OfficeDoor;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way into one data folder. The runtime it opened stays its own to close. */
public final class FolderDoor implements OfficeDoor {
    private static final Logger LOG = LoggerFactory.getLogger(FolderDoor.class);

    private final Path folder;
    private final byte @Nullable [] secret;
    private final Clock clock;
    private final Locale locale;
    private final UserKeyring keyring;
    private final Supplier<List<Path>> drives;
    private final Function<ClientRuntime, UiServices> services;
    private final @Nullable CompletableFuture<ClientRuntime> opening;
    private volatile @Nullable ClientRuntime runtime;
    private volatile byte @Nullable [] tried;

    /**
     * A door to a folder. With a secret the folder is opened at once on {@code early}, while JavaFX is still starting.
     *
     * @param secret   what the unlock file on the command line holds, null for a password typed into the window
     * @param services makes the window's services of an open folder
     */
    FolderDoor(Path folder, byte @Nullable [] secret, Clock clock, Locale locale, Executor early,
            Function<ClientRuntime, UiServices> services) {
        this(folder, secret, clock, locale, early, UserKeyrings.SYSTEM, RemovableDrives::here, services);
    }

    /** A door to a folder; {@code keyring} stands for what the operating system keeps for its user, no drive is looked at. */
    FolderDoor(Path folder, byte @Nullable [] secret, Clock clock, Locale locale, Executor early, UserKeyring keyring,
            Function<ClientRuntime, UiServices> services) {
        this(folder, secret, clock, locale, early, keyring, List::of, services);
    }

    /** A door to a folder; {@code drives} are those that can be pulled out. */
    FolderDoor(Path folder, byte @Nullable [] secret, Clock clock, Locale locale, Executor early, UserKeyring keyring,
            Supplier<List<Path>> drives, Function<ClientRuntime, UiServices> services) {
        this.folder = folder;
        this.secret = secret;
        this.clock = clock;
        this.locale = locale;
        this.keyring = keyring;
        this.drives = drives;
        this.services = services;
        this.opening = secret == null ? null : CompletableFuture.supplyAsync(() -> openQuietly(secret), early);
    }

    /**
     * A door to a folder that is opened with what is typed into the window.
     *
     * @param drives   drives that can be pulled out
     * @param services makes the window's services of an open folder
     */
    public FolderDoor(Path folder, Clock clock, Locale locale, Supplier<List<Path>> drives,
            Function<ClientRuntime, UiServices> services) {
        this(folder, null, clock, locale, Runnable::run, UserKeyrings.SYSTEM, drives, services);
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
            return ClientRuntime.open(folder, known, clock, locale, keyring);
        } catch (ReportingException e) {
            throw new Carried(e);
        }
    }

    @Override
    public Standing look() throws ReportingException {
        boolean isOffice = Files.exists(folder.resolve("keys.json")) || Files.exists(folder.resolve("store").resolve("main.mv.db"));
        EnrolmentService.About about = AboutFile.read(folder);
        Entrance entrance = secret != null ? Entrance.UNLOCK_FILE : isOffice ? Entrance.PASSWORD : Entrance.ENROL;
        return new Standing(folder.toAbsolutePath(), entrance, about == null ? "" : about.unitName(), about == null ? "" : about.contact(),
                isOffice ? recoveryStanding() : Recovery.NONE, isOffice ? people() : People.NONE);
    }

    private FolderRecovery recovery() throws ReportingException {
        EnrolmentService.About about = AboutFile.read(folder);
        return new H2FolderRecovery(ClientRuntime.folder(folder), about == null ? "" : about.unitName(), clock);
    }

    private Recovery recoveryStanding() {
        try {
            FolderRecovery recovery = recovery();
            return new Recovery(recovery.isPossible(), recovery.asked().orElse(null), reset(UserReset::isOffered));
        } catch (ReportingException e) {
            LOG.info("Key files that cannot be read offer no way back", e);
            return Recovery.NONE;
        }
    }

    private People people() {
        try {
            return new People(reset(UserReset::people), ClientRuntime.folder(folder).lastPerson());
        } catch (ReportingException e) {
            LOG.info("Key files that cannot be read name nobody", e);
            return People.NONE;
        }
    }

    private <T> T reset(FolderWork<UserReset, T> work) throws ReportingException {
        return onStoreThread(storeThread -> work.on(new H2UserReset(ClientRuntime.folder(folder), keyring, storeThread, clock)));
    }

    @Override
    public void checkUser() throws ReportingException {
        reset(user -> {
            user.check();
            return Boolean.TRUE;
        });
    }

    @Override
    public Opened resetByUser(String person, String password) throws ReportingException {
        byte[] known = OfficePassword.secret(password);
        reset(user -> {
            user.reset(person, known);
            return Boolean.TRUE;
        });
        return opened(known, person);
    }

    @Override
    public String askRecovery(String name, String password, Path target) throws ReportingException {
        FolderRecovery.Request request = recovery().ask(name, OfficePassword.secret(password));
        try {
            Files.write(target, request.file());
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", String.valueOf(target.getFileName())), e);
        }
        return request.checkNumber();
    }

    @Override
    public Opened finishRecovery(Path answer, String password) throws ReportingException {
        byte[] known = OfficePassword.secret(password);
        FolderRecovery recovery = recovery();
        String person = recovery.asked().map(FolderRecovery.Asked::name).orElse("");
        recovery.take(ClientRuntime.read(answer), known);
        Opened office = opened(known, person);
        ClientRuntime open = runtime;
        if (open != null) {
            open.keeping().noteAnswered(person);
        }
        return office;
    }

    private <T> T keeping(FolderWork<FolderKeeping, T> work) throws ReportingException {
        byte[] known = tried == null ? new byte[0] : tried;
        return onStoreThread(
                storeThread -> work.on(new H2FolderKeeping(ClientRuntime.folder(folder), known, storeThread, keyring, clock)));
    }

    private static <T> T onStoreThread(FolderWork<ExecutorService, T> work) throws ReportingException {
        ExecutorService storeThread = ClientRuntime.storeThread();
        try {
            return work.on(storeThread);
        } finally {
            storeThread.shutdown();
        }
    }

    /** Work on the whole folder. */
    @FunctionalInterface
    private interface FolderWork<F, T> {
        T on(F folder) throws ReportingException;
    }

    @Override
    public List<BackupEntry> backups() throws ReportingException { return keeping(FolderKeeping::backups); }

    @Override
    public RestorePreview preview(Path backup) throws ReportingException { return keeping(whole -> whole.preview(backup)); }

    @Override
    public Opened restore(Path backup) throws ReportingException {
        keeping(whole -> whole.restore(backup));
        return opened(tried == null ? new byte[0] : tried);
    }

    @Override
    public List<EnrolmentSearch.Sighted> sticks() { return EnrolmentSearch.on(drives.get()); }

    @Override
    public OfficeFromBackup.Found find(Path place) throws ReportingException { return fromBackup().find(place); }

    @Override
    public BackupContent look(Path backup, String password) throws ReportingException {
        return fromBackup().look(backup, OfficePassword.secret(password));
    }

    @Override
    public Opened openFrom(Path backup, String password) throws ReportingException {
        fromBackup().take(backup);
        return Watched.whole(() -> open(password));
    }

    @Override
    public Standing takeLocked(Path backup) throws ReportingException {
        fromBackup().take(backup);
        return look();
    }

    private OfficeFromBackup fromBackup() throws ReportingException { return new H2OfficeFromBackup(ClientRuntime.folder(folder)); }

    @Override
    public EnrolmentOffer read(Path file) throws ReportingException {
        return EnrolmentOffer.of(EnrolmentService.verify(ClientRuntime.read(file), new Editions()));
    }

    @Override
    public Opened enrol(Path file, String account, String password) throws ReportingException {
        byte[] known = OfficePassword.secret(password);
        ClientRuntime.enrol(folder, file, account, known);
        return opened(known);
    }

    @Override
    public Opened open(String password) throws ReportingException { return opened(OfficePassword.secret(password)); }

    @Override
    public Opened open(String password, String person) throws ReportingException { return opened(OfficePassword.secret(password), person); }

    @Override
    public Opened openWith(Path unlockFile) throws ReportingException { return opened(UnlockFile.read(unlockFile)); }

    private Opened opened(byte[] known, String person) throws ReportingException {
        if (!person.isEmpty()) {
            ClientRuntime.folder(folder).notePerson(person);
        }
        return opened(known);
    }

    private Opened opened(byte[] known) throws ReportingException {
        tried = known;
        return opened(ClientRuntime.open(folder, known, clock, locale, keyring));
    }

    @Override
    public Opened openAtOnce() throws ReportingException {
        CompletableFuture<ClientRuntime> begun = opening;
        tried = secret;
        if (begun == null) {
            throw new ReportingException(ErrorCode.STORE_LOCKED, Map.of());
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
            throw new ReportingException(ErrorCode.STORE_IN_USE, Map.of(), e);
        }
    }

    private Opened opened(ClientRuntime open) throws ReportingException {
        runtime = open;
        ClientLog.into(folder);
        open.keepDailyBackups();
        return new Opened(services.apply(open), open.offices().office(), open.repairs(), "");
    }

    /** Returns the folder's runtime, null while none is open. */
    @Nullable
    ClientRuntime runtime() { return runtime; }

    /** Closes what was opened. */
    public void close() throws ReportingException {
        ClientRuntime open = runtime;
        if (open == null && opening != null && opening.isDone() && !opening.isCompletedExceptionally()) {
            open = opening.join();
        }
        if (open != null) {
            open.close();
        }
    }
}
