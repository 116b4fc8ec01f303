-- A turn that takes longer than a transaction may: who works on it, and until when nobody else does. Times are the database's.
create table if not exists turn_lease (
    conversation varchar(36) primary key references conversation (id) on delete cascade,
    owner varchar(36) not null,
    seq integer not null,
    until_at timestamp with time zone not null,
    -- the person wants no more of the answer
    stopped boolean default false not null
);
create index if not exists turn_lease_by_owner on turn_lease (owner);
