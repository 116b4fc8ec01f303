-- When it came back to the queue, from an agent who passed it on or vanished: from then on the person has the whole wait again.
alter table handover add column if not exists returned_at timestamp with time zone;
