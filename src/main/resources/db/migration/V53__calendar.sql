-- What technicians have in their own calendars, besides our appointments, as last read.
create table if not exists technician_busy (
    technician varchar(120) not null,
    start_at timestamp with time zone not null,
    end_at timestamp with time zone not null
);
create index if not exists technician_busy_by_time on technician_busy (technician, start_at);

-- How a technician's calendar was when it was last read; the row is locked while what was read is written down.
create table if not exists calendar_read (
    technician varchar(120) primary key,
    version varchar(500)
);

-- Our appointments as they stand in the technicians' calendars. Locked while one is written there.
create table if not exists calendar_entry (
    appointment varchar(20) primary key,
    -- whose calendar it stands in, and which version of the appointment; null and -1 when it stands nowhere
    technician varchar(120),
    version integer not null,
    etag varchar(300)
);

-- Where an appointment was asked for: what its technician changes is told there.
create table if not exists appointment_talk (
    appointment varchar(20) primary key,
    conversation varchar(36) not null
);
