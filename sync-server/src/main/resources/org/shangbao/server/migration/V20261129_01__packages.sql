-- whom answers in packages are closed for, and what became of what came in packages; the same two databases as the first tables

CREATE TABLE package_key (
    unit          VARCHAR(8)   NOT NULL,
    key_id        VARCHAR(16)  NOT NULL,
    account       VARCHAR(64)  NOT NULL,
    public_key    VARCHAR(200) NOT NULL,
    received_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (unit, key_id)
);

CREATE TABLE package_outcome (
    unit          VARCHAR(8)   NOT NULL,
    address       VARCHAR(200) NOT NULL,
    document      TEXT         NOT NULL,
    received_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (unit, address)
);
