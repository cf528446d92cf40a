-- drafts sent for a look before anyone signs, and what the levels above said to them; the same two databases as the first tables

CREATE TABLE pre_review (
    id            VARCHAR(36)  NOT NULL PRIMARY KEY,
    report        VARCHAR(100) NOT NULL,
    sequence      BIGINT       NOT NULL,
    number        INTEGER      NOT NULL,
    digest        VARCHAR(64)  NOT NULL,
    bytes         ${bytes}     NOT NULL,
    received_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    account       VARCHAR(64)  NOT NULL,
    sender        VARCHAR(100) NOT NULL,
    UNIQUE (sequence)
);
CREATE INDEX pre_review_report ON pre_review (report);

CREATE TABLE pre_review_answer (
    id            VARCHAR(36)  NOT NULL PRIMARY KEY,
    draft         VARCHAR(36)  NOT NULL,
    sequence      BIGINT       NOT NULL,
    unit          VARCHAR(8)   NOT NULL,
    opinion       VARCHAR(2000) NOT NULL,
    reasons       TEXT         NOT NULL,
    answered_by   VARCHAR(100) NOT NULL,
    answered_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (sequence)
);
CREATE INDEX pre_review_answer_draft ON pre_review_answer (draft);
