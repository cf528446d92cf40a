package org.shangbao.server.service.signoff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.shangbao.wire.v1.ReportState;

/** Sign-off as stored. */
public interface SignOffRepository {
    /** A step of a unit's chain: role and name of who signs (may be empty). */
    record ChainStep(String role, String name) {}

    /** A step that was recorded for a revision. */
    record DoneStep(UUID revision, int position, String role, String name, String opinion, LocalDate day, String medium, String account) {}

    /** The scanned 审签单 of a revision. */
    record SignOffPaper(UUID revision, ReportState.Paper paper, @Nullable String scan) {}

    /** Returns the chain set for a unit, in order; empty if none was set. */
    List<ChainStep> chain(String unit);

    /** Replaces the chain of a unit. */
    void setChain(String unit, List<ChainStep> steps);

    /** Returns the recorded steps of a revision, in order. */
    List<DoneStep> done(UUID revision);

    /** Records a step; one already recorded at this position breaks the primary key. */
    void addDone(DoneStep step);

    /** Returns the paper of a revision's sign-off. */
    Optional<SignOffPaper> paper(UUID revision);

    /** Sets the paper of a revision's sign-off. */
    void setPaper(SignOffPaper paper);
}
