-- paper no machine reads: what the office said of it, and who above confirmed it by eye

CREATE TABLE paper_by_hand (
    revision       VARCHAR(36)   NOT NULL PRIMARY KEY,
    declared       VARCHAR(2000) NOT NULL,
    account        VARCHAR(64)   NOT NULL,
    person         VARCHAR(100)  NOT NULL,
    at             TIMESTAMP WITH TIME ZONE NOT NULL,
    confirmed_unit VARCHAR(8)    NOT NULL,
    confirmed_by   VARCHAR(100)  NOT NULL,
    confirmed_at   TIMESTAMP WITH TIME ZONE
);

ALTER TABLE upload ADD COLUMN by_hand VARCHAR(2000);
