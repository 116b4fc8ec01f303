alter table person add column if not exists mail varchar(320);
