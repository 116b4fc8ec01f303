-- The ticket of the outside system that this one was merged into there; its own id stays what it was filed under.
alter table ticket add column if not exists merged_into varchar(80);
create index if not exists ticket_by_merged_into on ticket (merged_into);
