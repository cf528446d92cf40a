package org.shangbao.server.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.shangbao.server.service.signoff.SignOffRepository;
import org.shangbao.wire.v1.ReportState;

final class JdbiSignOffRepository implements SignOffRepository {
    private final Handle handle;

    JdbiSignOffRepository(Handle handle) { this.handle = handle; }

    @Override
    public List<ChainStep> chain(String unit) {
        return handle.createQuery("SELECT role, name FROM sign_off_step WHERE unit = :unit ORDER BY position").bind("unit", unit)
                .map((row, context) -> new ChainStep(row.getString("role"), row.getString("name"))).list();
    }

    @Override
    public void setChain(String unit, List<ChainStep> steps) {
        handle.createUpdate("DELETE FROM sign_off_step WHERE unit = :unit").bind("unit", unit).execute();
        for (int position = 0; position < steps.size(); position++) {
            handle.createUpdate("INSERT INTO sign_off_step (unit, position, role, name) VALUES (:unit, :position, :role, :name)")
                    .bind("unit", unit).bind("position", position).bind("role", steps.get(position).role())
                    .bind("name", steps.get(position).name()).execute();
        }
    }

    @Override
    public List<DoneStep> done(UUID revision) {
        return handle
                .createQuery("SELECT revision, position, role, name, opinion, signed_on, medium, account FROM sign_off_done"
                        + " WHERE revision = :revision ORDER BY position")
                .bind("revision", revision.toString())
                .map((row, context) -> new DoneStep(Columns.uuid(row, "revision"), row.getInt("position"), row.getString("role"),
                        row.getString("name"), row.getString("opinion"), Columns.date(row, "signed_on"),
                        row.getString("medium"), row.getString("account")))
                .list();
    }

    @Override
    public void addDone(DoneStep step) {
        handle.createUpdate("INSERT INTO sign_off_done (revision, position, role, name, opinion, signed_on, medium, account)"
                + " VALUES (:revision, :position, :role, :name, :opinion, :day, :medium, :account)")
                .bind("revision", step.revision().toString()).bind("position", step.position()).bind("role", step.role())
                .bind("name", step.name()).bind("opinion", step.opinion()).bind("day", step.day()).bind("medium", step.medium())
                .bind("account", step.account()).execute();
    }

    @Override
    public Optional<SignOffPaper> paper(UUID revision) {
        return handle.createQuery("SELECT revision, paper, scan FROM sign_off_paper WHERE revision = :revision")
                .bind("revision", revision.toString()).map((row, context) -> new SignOffPaper(Columns.uuid(row, "revision"),
                        Columns.constant(row, "paper", ReportState.Paper.class), row.getString("scan")))
                .findOne();
    }

    @Override
    public void setPaper(SignOffPaper paper) {
        handle.createUpdate("DELETE FROM sign_off_paper WHERE revision = :revision").bind("revision", paper.revision().toString())
                .execute();
        handle.createUpdate("INSERT INTO sign_off_paper (revision, paper, scan) VALUES (:revision, :paper, :scan)")
                .bind("revision", paper.revision().toString()).bind("paper", paper.paper().name()).bind("scan", paper.scan()).execute();
    }
}
