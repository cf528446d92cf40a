-- answers taken over from the last period that nobody confirmed yet
CREATE TABLE carried_over (report VARCHAR(100), kind VARCHAR(20), code VARCHAR(100), PRIMARY KEY (report, kind, code));
-- the office's own words on what a figure counts; they stay from period to period, but never reach another edition's figure
CREATE TABLE figure_note (edition VARCHAR(64), code VARCHAR(40), content VARCHAR(2000) NOT NULL, PRIMARY KEY (edition, code));
