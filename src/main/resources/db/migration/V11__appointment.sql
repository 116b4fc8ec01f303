create sequence if not exists appointment_number start with 100001;

create table if not exists technician (
    id   varchar(120) not null primary key,
    name varchar(200) not null
);

create table if not exists technician_site (
    technician varchar(120) not null references technician (id) on delete cascade,
    site       varchar(60)  not null,
    primary key (technician, site)
);

-- Days of the demo on which exactly the listed times are left; a day without times is full.
create table if not exists free_day (
    site   varchar(60) not null,
    on_day date        not null,
    primary key (site, on_day)
);

create table if not exists free_time (
    site   varchar(60) not null,
    on_day date        not null,
    starts varchar(5)  not null,
    primary key (site, on_day, starts)
);

create table if not exists appointment (
    reference  varchar(20)  not null primary key,
    person     varchar(120) not null,
    site       varchar(60)  not null,
    technician varchar(120) not null,
    start_at   timestamp with time zone not null,
    end_at     timestamp with time zone not null,
    place      varchar(300) not null,
    reason     varchar(500) not null,
    ticket     varchar(40),
    -- booked, moved, cancelled, done
    state      varchar(12)  not null,
    -- counts the changes; also the SEQUENCE of the invitation
    version    integer      not null,
    changed_at timestamp with time zone not null
);
create index if not exists appointment_by_person on appointment (person, start_at);
create index if not exists appointment_by_technician on appointment (technician, start_at);

-- A technician's time, by the quarter of an hour: the primary key makes double booking and overlap impossible,
-- whatever the length of the slots of the sites a technician serves.
create table if not exists slot_claim (
    technician  varchar(120) not null,
    start_at    timestamp with time zone not null,
    site        varchar(60)  not null,
    appointment varchar(20)  not null,
    primary key (technician, start_at)
);
create index if not exists slot_claim_by_appointment on slot_claim (appointment);
create index if not exists slot_claim_by_site on slot_claim (site, start_at);

-- What was done for a request or an idempotency key, so that asking again does nothing twice.
create table if not exists appointment_request (
    request     varchar(300) not null primary key,
    appointment varchar(20)  not null,
    -- SHA-256 of what was asked: the same key with another body is a mistake of the caller
    fingerprint varchar(64)  not null
);

create table if not exists promise_breach (
    person     varchar(120) not null,
    on_day     date         not null,
    site       varchar(60)  not null,
    latest     timestamp with time zone not null,
    -- null when no slot at all is free
    first_slot timestamp with time zone,
    primary key (person, on_day)
);
