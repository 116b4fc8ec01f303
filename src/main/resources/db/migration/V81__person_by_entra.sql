-- Teams knows people by their object id in Microsoft Entra.
create index if not exists person_by_entra on person (entra_id);
