-- The later word that a file came with; null for those that were there when the ticket was opened.
alter table ticket_enclosure add column if not exists note varchar(36);
