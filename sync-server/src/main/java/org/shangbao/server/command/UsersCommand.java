package org.shangbao.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.model.person.Role;
import org.shangbao.server.service.audit.AuditTrail;
import org.shangbao.server.service.unit.UnitDirectory;
import org.shangbao.wire.v1.PersonRecord;
import org.shangbao.wire.v1.WireJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Accounts. */
@Command(name = "users", mixinStandardHelpOptions = true, subcommands = { UsersCommand.Add.class, UsersCommand.Enrol.class,
        UsersCommand.ListAll.class })
final class UsersCommand {

    /** Adds a person. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--unit", required = true)
        private String unit = "";

        @Option(names = "--name", required = true)
        private String name = "";

        @Option(names = "--account", required = true)
        private String account = "";

        @Option(names = "--role", required = true, split = ",", arity = "1..*")
        private List<Role> roles = List.of();

        @Option(names = "--telephone", defaultValue = "")
        private String telephone = "";

        Add(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            try (ServerSession session = context.open()) {
                session.accounts().add(new PersonRecord(account, name, unit, roles, telephone), AuditTrail.COMMAND);
            }
            context.say("users.added", name, account, unit);
            return 0;
        }
    }

    /** Writes an enrolment file with fresh secrets. */
    @Command(name = "enrol", mixinStandardHelpOptions = true)
    static final class Enrol implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--unit", required = true)
        private String unit = "";

        @Option(names = "--out", required = true, paramLabel = "FILE")
        private Path out = Path.of("");

        @Option(names = "--certificates", paramLabel = "PEM")
        private @Nullable Path certificates;

        Enrol(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            String pem = certificates == null
                    ? null
                    : new String(CommandContext.read(certificates, 1 << 20), java.nio.charset.StandardCharsets.US_ASCII);
            try (ServerSession session = context.open()) {
                byte[] file = WireJson.write(session.enrolments().enrol(UnitDirectory.unitId(unit), pem, AuditTrail.COMMAND));
                write(file);
            }
            context.say("users.enrolled", unit, out);
            return 0;
        }

        private void write(byte[] file) throws ReportingException {
            Path target = out.toAbsolutePath();
            Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
            try {
                Files.write(temporary, file);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new ReportingException(ErrorCode.STORE_NOT_WRITABLE, Map.of("detail", out.toString()), e);
            }
        }
    }

    /** Lists everybody. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--json")
        private boolean json;

        ListAll(CommandContext context) { this.context = context; }

        @Override
        public Integer call() throws Exception {
            try (ServerSession session = context.open()) {
                List<PersonRecord> people = session.accounts().all();
                if (json) {
                    context.json(people);
                } else {
                    people.forEach(person -> context.out()
                            .println(person.unit() + "\t" + person.account() + "\t" + person.name() + "\t" + person.roles()));
                }
            }
            return 0;
        }
    }
}
