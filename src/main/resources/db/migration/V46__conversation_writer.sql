-- Which instance changed a conversation last, a number drawn at its start: the feeds of the others look for what it wrote.
alter table conversation add column if not exists writer integer;
