alter table person add column if not exists phone varchar(40);
