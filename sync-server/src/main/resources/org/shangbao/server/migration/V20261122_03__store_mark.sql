-- how far each office's data folder has come, so that a folder put back as a whole is noticed; the same two databases as the first tables

CREATE TABLE store_mark (
    unit          VARCHAR(8)   NOT NULL,
    history       VARCHAR(36)  NOT NULL,
    seq           BIGINT       NOT NULL,
    hash          VARCHAR(64)  NOT NULL,
    told_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (unit, history)
);
