-- how an accepted scan is packed for the way up, as a document
CREATE TABLE scan_detail (revision VARCHAR(36), kind VARCHAR(20), document VARCHAR(10000) NOT NULL, PRIMARY KEY (revision, kind));
