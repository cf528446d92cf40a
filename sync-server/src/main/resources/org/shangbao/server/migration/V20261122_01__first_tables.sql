-- Runs unchanged on H2 2.4 and PostgreSQL 15+; ${bytes} is BLOB or BYTEA. What may stand here: docs/decisions/0005-portable-sql.md.

CREATE TABLE chain_head (
    id            INTEGER     NOT NULL PRIMARY KEY,
    sequence      BIGINT      NOT NULL,
    hash          VARCHAR(64) NOT NULL
);
INSERT INTO chain_head (id, sequence, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE audit_entry (
    sequence      BIGINT       NOT NULL PRIMARY KEY,
    at            TIMESTAMP WITH TIME ZONE NOT NULL,
    actor         VARCHAR(64)  NOT NULL,
    act           VARCHAR(40)  NOT NULL,
    subject       VARCHAR(200) NOT NULL,
    detail        VARCHAR(1000) NOT NULL,
    previous_hash VARCHAR(64)  NOT NULL,
    hash          VARCHAR(64)  NOT NULL
);

CREATE TABLE counter (
    name          VARCHAR(40)  NOT NULL PRIMARY KEY,
    amount        BIGINT       NOT NULL
);

CREATE TABLE unit (
    id            VARCHAR(8)   NOT NULL PRIMARY KEY,
    division_code VARCHAR(12)  NOT NULL,
    name          VARCHAR(200) NOT NULL,
    level         VARCHAR(20)  NOT NULL,
    parent        VARCHAR(8),
    fills         VARCHAR(20),
    valid_from    DATE,
    valid_to      DATE,
    successor     VARCHAR(8),
    reported_by   VARCHAR(8),
    telephone     VARCHAR(100) NOT NULL,
    position      INTEGER      NOT NULL
);

CREATE TABLE edition (
    id            VARCHAR(64)  NOT NULL PRIMARY KEY,
    digest        VARCHAR(64)  NOT NULL,
    bytes         ${bytes}     NOT NULL,
    added_at      TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE filling_window (
    period        VARCHAR(7)   NOT NULL,
    edition       VARCHAR(64)  NOT NULL,
    unit          VARCHAR(8)   NOT NULL,
    kind          VARCHAR(10)  NOT NULL,
    opens_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    due_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (period, edition, unit)
);

CREATE TABLE due_unit (
    period        VARCHAR(7)   NOT NULL,
    edition       VARCHAR(64)  NOT NULL,
    unit          VARCHAR(8)   NOT NULL,
    PRIMARY KEY (period, edition, unit)
);

CREATE TABLE designation (
    period        VARCHAR(7)   NOT NULL,
    unit          VARCHAR(8)   NOT NULL,
    item          VARCHAR(16)  NOT NULL,
    PRIMARY KEY (period, unit, item)
);

CREATE TABLE account (
    account       VARCHAR(64)  NOT NULL PRIMARY KEY,
    name          VARCHAR(100) NOT NULL,
    unit          VARCHAR(8)   NOT NULL,
    roles         VARCHAR(200) NOT NULL,
    telephone     VARCHAR(100) NOT NULL,
    secret_hash   VARCHAR(200) NOT NULL,
    failures      INTEGER      NOT NULL,
    locked_until  TIMESTAMP WITH TIME ZONE
);
CREATE INDEX account_unit ON account (unit);

CREATE TABLE session (
    token_hash    VARCHAR(64)  NOT NULL PRIMARY KEY,
    account       VARCHAR(64)  NOT NULL,
    expires_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX session_account ON session (account);

CREATE TABLE report (
    id            VARCHAR(100) NOT NULL PRIMARY KEY,
    unit          VARCHAR(8)   NOT NULL,
    period        VARCHAR(7)   NOT NULL,
    edition       VARCHAR(64)  NOT NULL,
    status        VARCHAR(20)  NOT NULL,
    head_revision VARCHAR(36),
    change        BIGINT       NOT NULL,
    UNIQUE (unit, period, edition)
);
CREATE INDEX report_change ON report (change);
CREATE INDEX report_period ON report (period, edition);

CREATE TABLE revision (
    id            VARCHAR(36)  NOT NULL PRIMARY KEY,
    report        VARCHAR(100) NOT NULL,
    number        INTEGER      NOT NULL,
    parent        VARCHAR(36),
    digest        VARCHAR(64)  NOT NULL,
    bytes         ${bytes}     NOT NULL,
    place         VARCHAR(10)  NOT NULL,
    receipt       VARCHAR(4000) NOT NULL,
    sequence      BIGINT       NOT NULL,
    received_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    late          BOOLEAN      NOT NULL,
    account       VARCHAR(64)  NOT NULL,
    explained     INTEGER      NOT NULL,
    paper         VARCHAR(20)  NOT NULL,
    scan          VARCHAR(64),
    pages         INTEGER      NOT NULL,
    UNIQUE (sequence)
);
CREATE INDEX revision_report ON revision (report);
CREATE INDEX revision_parent ON revision (parent);

CREATE TABLE review (
    report        VARCHAR(100) NOT NULL,
    unit          VARCHAR(8)   NOT NULL,
    rank          INTEGER      NOT NULL,
    status        VARCHAR(20)  NOT NULL,
    revision      VARCHAR(36),
    opinion       VARCHAR(2000) NOT NULL,
    reasons       TEXT         NOT NULL,
    due_at        TIMESTAMP WITH TIME ZONE,
    decided_by    VARCHAR(100)  NOT NULL,
    decided_at    TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (report, unit)
);

CREATE TABLE history (
    report        VARCHAR(100) NOT NULL,
    sequence      BIGINT       NOT NULL,
    at            TIMESTAMP WITH TIME ZONE NOT NULL,
    act           VARCHAR(40)  NOT NULL,
    actor         VARCHAR(100)  NOT NULL,
    unit          VARCHAR(8)   NOT NULL,
    number        INTEGER      NOT NULL,
    words         VARCHAR(2000) NOT NULL,
    PRIMARY KEY (report, sequence)
);

CREATE TABLE operation (
    id            VARCHAR(36)  NOT NULL PRIMARY KEY,
    digest        VARCHAR(64)  NOT NULL,
    report        VARCHAR(100) NOT NULL,
    account       VARCHAR(64)  NOT NULL,
    at            TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE upload (
    id            VARCHAR(43)  NOT NULL PRIMARY KEY,
    account       VARCHAR(64)  NOT NULL,
    length        BIGINT       NOT NULL,
    sha256        VARCHAR(64)  NOT NULL,
    report        VARCHAR(100) NOT NULL,
    revision      VARCHAR(36)  NOT NULL,
    kind          VARCHAR(20)  NOT NULL,
    file_name     VARCHAR(200) NOT NULL,
    state         VARCHAR(10)  NOT NULL,
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX upload_account ON upload (account, state);

CREATE TABLE stored_file (
    sha256        VARCHAR(64)  NOT NULL,
    report        VARCHAR(100) NOT NULL,
    revision      VARCHAR(36)  NOT NULL,
    kind          VARCHAR(20)  NOT NULL,
    file_name     VARCHAR(200) NOT NULL,
    length        BIGINT       NOT NULL,
    upload        VARCHAR(43)  NOT NULL,
    at            TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (sha256, revision, kind)
);

CREATE TABLE sign_off_step (
    unit          VARCHAR(8)   NOT NULL,
    position      INTEGER      NOT NULL,
    role          VARCHAR(100) NOT NULL,
    name          VARCHAR(100) NOT NULL,
    PRIMARY KEY (unit, position)
);

CREATE TABLE sign_off_done (
    revision      VARCHAR(36)  NOT NULL,
    position      INTEGER      NOT NULL,
    role          VARCHAR(100) NOT NULL,
    name          VARCHAR(100) NOT NULL,
    opinion       VARCHAR(2000) NOT NULL,
    signed_on     DATE         NOT NULL,
    medium        VARCHAR(10)  NOT NULL,
    account       VARCHAR(64)  NOT NULL,
    PRIMARY KEY (revision, position)
);

CREATE TABLE sign_off_paper (
    revision      VARCHAR(36)  NOT NULL PRIMARY KEY,
    paper         VARCHAR(20)  NOT NULL,
    scan          VARCHAR(64)
);

-- the chain of every unit that set none of its own
INSERT INTO sign_off_step (unit, position, role, name) VALUES ('*', 0, '处室负责人', '');
INSERT INTO sign_off_step (unit, position, role, name) VALUES ('*', 1, '会签处室', '');
INSERT INTO sign_off_step (unit, position, role, name) VALUES ('*', 2, '厅领导', '');
