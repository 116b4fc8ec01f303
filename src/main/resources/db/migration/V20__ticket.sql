create sequence if not exists ticket_number start with 100001;

create table if not exists ticket (
    reference varchar(40) primary key,
    -- the confirmed request it was opened for: the same request never opens two
    request varchar(36) unique,
    person varchar(120) not null,
    site varchar(60) not null,
    conversation varchar(36),
    title varchar(200) not null,
    -- hardware, accessory, account, network, software, data, meeting-room, delivery, security, callback, other
    category varchar(20) not null,
    -- normal, high, urgent
    urgency varchar(10) not null,
    -- recorded, open, waiting, resolved, closed
    state varchar(10) not null,
    equipment varchar(60),
    room varchar(200),
    phone varchar(60),
    description varchar(4000) not null,
    context varchar(2000),
    transcript varchar not null,
    created_at timestamp with time zone not null,
    external_system varchar(40),
    external_id varchar(80),
    external_url varchar(500),
    attempts integer default 0 not null,
    -- database time; null when nothing is left to send to the outside system
    next_attempt_at timestamp with time zone
);
create index if not exists ticket_by_person on ticket (person, created_at);
create index if not exists ticket_to_file on ticket (next_attempt_at);

-- Copied from the conversation, which its employee may erase.
create table if not exists ticket_enclosure (
    ticket varchar(40) not null references ticket (reference) on delete cascade,
    id varchar(36) not null,
    name varchar(200) not null,
    type varchar(40) not null,
    bytes bytea not null,
    primary key (ticket, id)
);
