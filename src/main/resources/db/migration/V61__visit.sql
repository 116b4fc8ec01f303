-- What belongs to a technician's visit beside the appointment itself: where it was asked for, and how it ended.
create table if not exists visit (
    appointment  varchar(20) not null primary key,
    conversation varchar(36),
    -- fixed, replaced, to-follow, absent; null until it is done
    outcome      varchar(20),
    -- time on site, in minutes
    minutes      integer,
    ended_at     timestamp with time zone
);
create index if not exists visit_by_conversation on visit (conversation);
