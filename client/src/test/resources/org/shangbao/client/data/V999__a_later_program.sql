CREATE TABLE of_a_later_program (id VARCHAR(40) PRIMARY KEY);
