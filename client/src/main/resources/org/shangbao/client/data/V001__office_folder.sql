-- last journal record the database has, and the sum over the contents of all rows (ContentSum)
CREATE TABLE journal_position (id INT PRIMARY KEY, seq BIGINT NOT NULL, hash VARCHAR(64) NOT NULL, content VARCHAR(64) NOT NULL);

CREATE TABLE setting (name VARCHAR(40) PRIMARY KEY, content VARCHAR(1000000) NOT NULL);
CREATE TABLE unit (id VARCHAR(8) PRIMARY KEY, place INT NOT NULL, document VARCHAR(10000) NOT NULL);
CREATE TABLE edition (id VARCHAR(64) PRIMARY KEY, digest VARCHAR(64) NOT NULL, bytes CHARACTER LARGE OBJECT NOT NULL);
CREATE TABLE filling_window (period VARCHAR(7), edition VARCHAR(64), unit VARCHAR(8), document VARCHAR(2000) NOT NULL,
    PRIMARY KEY (period, edition, unit));
CREATE TABLE designation (period VARCHAR(7), unit VARCHAR(8), item VARCHAR(20), PRIMARY KEY (period, unit, item));
CREATE TABLE person (account VARCHAR(200) PRIMARY KEY, place INT NOT NULL, document VARCHAR(10000) NOT NULL);
CREATE TABLE account_secret (account VARCHAR(200) PRIMARY KEY, secret VARCHAR(2000) NOT NULL);

CREATE TABLE report (report VARCHAR(100) PRIMARY KEY, status VARCHAR(20) NOT NULL, review VARCHAR(20) NOT NULL, head VARCHAR(36),
    number INT NOT NULL, last_focus VARCHAR(40), changed_at VARCHAR(40) NOT NULL);
CREATE TABLE figure (report VARCHAR(100), code VARCHAR(40), typed VARCHAR(400) NOT NULL, PRIMARY KEY (report, code));
CREATE TABLE narrative (report VARCHAR(100), item VARCHAR(80), content CHARACTER LARGE OBJECT NOT NULL, PRIMARY KEY (report, item));
CREATE TABLE attachment (report VARCHAR(100), item VARCHAR(40), place INT, file_name VARCHAR(400) NOT NULL, sha256 VARCHAR(64) NOT NULL,
    size_bytes BIGINT NOT NULL, PRIMARY KEY (report, item, place));
CREATE TABLE explanation (report VARCHAR(100), finding VARCHAR(100), content VARCHAR(20000) NOT NULL, PRIMARY KEY (report, finding));

CREATE TABLE revision (revision VARCHAR(36) PRIMARY KEY, report VARCHAR(100) NOT NULL, number INT NOT NULL, digest VARCHAR(64) NOT NULL,
    canonical CHARACTER LARGE OBJECT NOT NULL, UNIQUE (report, number));
CREATE TABLE paper (revision VARCHAR(36), kind VARCHAR(20), pdf VARCHAR(64) NOT NULL, print_map VARCHAR(64) NOT NULL, pages INT NOT NULL,
    PRIMARY KEY (revision, kind));
CREATE TABLE scan_file (revision VARCHAR(36), kind VARCHAR(20), place INT, file_name VARCHAR(400) NOT NULL, sha256 VARCHAR(64) NOT NULL,
    PRIMARY KEY (revision, kind, place));
CREATE TABLE scan (revision VARCHAR(36), kind VARCHAR(20), sha256 VARCHAR(64) NOT NULL, file_name VARCHAR(400) NOT NULL,
    size_bytes BIGINT NOT NULL, pages INT NOT NULL, accepted_at VARCHAR(40) NOT NULL, PRIMARY KEY (revision, kind));

CREATE TABLE outbox (id VARCHAR(36) PRIMARY KEY, place BIGINT NOT NULL, kind VARCHAR(20) NOT NULL, report VARCHAR(100) NOT NULL,
    revision VARCHAR(36) NOT NULL, content VARCHAR(1000000) NOT NULL, file_name VARCHAR(400) NOT NULL, size_bytes BIGINT NOT NULL,
    sent_bytes BIGINT NOT NULL, upload VARCHAR(2000) NOT NULL, state VARCHAR(20) NOT NULL, attempts INT NOT NULL, next_at VARCHAR(40),
    problem VARCHAR(20) NOT NULL, details VARCHAR(20000) NOT NULL);
CREATE TABLE receipt (revision VARCHAR(36) PRIMARY KEY, document VARCHAR(20000) NOT NULL);
CREATE TABLE report_state (report VARCHAR(100) PRIMARY KEY, document CHARACTER LARGE OBJECT NOT NULL);
CREATE TABLE fetched_revision (revision VARCHAR(36) PRIMARY KEY, canonical CHARACTER LARGE OBJECT NOT NULL);
CREATE TABLE summary_source (revision VARCHAR(36) PRIMARY KEY, document CHARACTER LARGE OBJECT NOT NULL);
