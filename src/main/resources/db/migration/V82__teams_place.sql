-- The card that tells somebody's place in the queue is redrawn when the place changes.
alter table teams_link add column if not exists place_seq integer;
-- what it says now
alter table teams_link add column if not exists place_told varchar(4000);
