package org.shangbao.client.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;

import org.jspecify.annotations.Nullable;
import org.shangbao.client.application.enrolment.EnrolmentService;
import org.shangbao.client.application.keeping.FolderKeeping;
import org.shangbao.client.application.keeping.FolderRecovery;
import org.shangbao.client.application.keeping.UserKeyring;
import org.shangbao.client.application.keeping.UserReset;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.command.ClientCommand;
import org.shangbao.client.command.OfficeOpener;
import org.shangbao.client.command.OpenOffice;
import org.shangbao.client.data.H2FolderKeeping;
import org.shangbao.client.data.H2FolderRecovery;
import org.shangbao.client.data.H2UserReset;
import org.shangbao.model.error.ReportingException;

/** {@code shangbao client}. Not a JavaFX application itself, so that commands run without a display and without JavaFX. */
public final class ClientMain {
    private ClientMain() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
        List<String> given = List.of(arguments);
        ClientLog.start(given);
        System.exit(run(given, out, err, Clock.systemUTC()));
    }

    /**
     * Runs a command line in this process.
     *
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintWriter out, PrintWriter err, Clock clock) {
        return run(arguments, out, err, clock, UserKeyrings.SYSTEM);
    }

    /** Runs a command line; {@code keyring} stands for what the operating system keeps for its user. */
    public static int run(List<String> arguments, PrintWriter out, PrintWriter err, Clock clock, UserKeyring keyring) {
        return ClientCommand.execute(arguments, out, err, clock, ClientRuntime.ZONE, new Opener(clock, keyring));
    }

    private record Opener(Clock clock, UserKeyring keyring) implements OfficeOpener {
        @Override
        public OpenOffice open(Path data, byte[] secret, Locale locale) throws ReportingException {
            return ClientRuntime.open(data, secret, clock, locale, keyring);
        }

        @Override
        public Office enrol(Path data, Path enrolmentFile, String account, byte[] secret) throws ReportingException {
            return ClientRuntime.enrol(data, enrolmentFile, account, secret);
        }

        @Override
        public Office renew(Path data, Path enrolmentFile, byte[] secret) throws ReportingException {
            return ClientRuntime.renew(data, enrolmentFile, secret);
        }

        @Override
        public void window(@Nullable Path data, byte @Nullable [] secret, Locale locale) throws ReportingException {
            ClientWindow.show(data == null ? DataFolderPlace.here() : data, secret, clock, locale);
        }

        @Override
        public FolderRecovery recovery(Path data) throws ReportingException {
            EnrolmentService.About about = AboutFile.read(data);
            return new H2FolderRecovery(ClientRuntime.folder(data), about == null ? "" : about.unitName(), clock);
        }

        @Override
        public Held<FolderKeeping> keeping(Path data, byte[] secret) throws ReportingException {
            ExecutorService storeThread = ClientRuntime.storeThread();
            return new Taken<>(new H2FolderKeeping(ClientRuntime.folder(data), secret, storeThread, keyring, clock), storeThread);
        }

        @Override
        public Held<UserReset> reset(Path data) throws ReportingException {
            ExecutorService storeThread = ClientRuntime.storeThread();
            return new Taken<>(new H2UserReset(ClientRuntime.folder(data), keyring, storeThread, clock), storeThread);
        }
    }

    private record Taken<T>(T folder, ExecutorService storeThread) implements OfficeOpener.Held<T> {
        @Override
        public void close() { storeThread.shutdown(); }
    }
}
