-- The version of the appointment that its employee was reminded of; a moved one is reminded of again.
alter table appointment_talk add column if not exists reminded integer;
