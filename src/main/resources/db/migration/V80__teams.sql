-- Teams. Runs unchanged on H2 (PostgreSQL mode) and PostgreSQL.

-- What came in, one row for each activity ever; the body goes when it is done, the id stays so that a repeat has no effect.
create table if not exists teams_activity (
    arrival bigint generated always as identity,
    chat varchar(500) not null,
    id varchar(600) not null,
    -- message, edit, delete, event
    kind varchar(10) not null,
    -- the id of the message that an edit or a deletion is about
    subject varchar(500),
    sent_at timestamp with time zone not null,
    -- set when the demo's clock was moved
    acting_at timestamp with time zone,
    -- database time
    arrived_at timestamp with time zone default current_timestamp not null,
    -- waiting, done, failed
    state varchar(8) not null,
    attempts integer default 0 not null,
    -- database time; null until the first attempt failed
    next_attempt_at timestamp with time zone,
    body varchar not null,
    primary key (chat, id)
);
create index if not exists teams_activity_to_do on teams_activity (state, arrived_at);
create index if not exists teams_activity_by_subject on teams_activity (chat, subject);

-- A chat of Teams: how to answer there, and whose it is.
create table if not exists teams_chat (
    id varchar(500) primary key,
    personal boolean not null,
    tenant varchar(100),
    service_url varchar(1000) not null,
    bot varchar(500) not null,
    member varchar(500),
    person varchar(120),
    -- our conversation that new words go to
    conversation varchar(36),
    welcomed boolean default false not null,
    -- when Teams said that we are not wanted there any more
    gone_at timestamp with time zone,
    -- the instance that sends to it now, until when (database time)
    sender varchar(36),
    sending_until timestamp with time zone
);

-- Which of our conversations a chat shows, and how far it has.
create table if not exists teams_link (
    conversation varchar(36) primary key,
    chat varchar(500) not null,
    shown_seq integer not null,
    -- the message with a card that waits for a yes or no
    open_card integer,
    -- an answer to a pressed button is waited for: its messages are not sent meanwhile (database time)
    awaited_until timestamp with time zone
);
create index if not exists teams_link_by_chat on teams_link (chat);

-- What goes out: written with what causes it, sent after, in order.
create table if not exists teams_outgoing (
    id bigint generated always as identity primary key,
    chat varchar(500) not null,
    -- what it is for; the same is never sent twice
    purpose varchar(700) not null,
    conversation varchar(36),
    seq integer,
    -- post, or put in the place of the message seq
    method varchar(4) not null,
    body varchar not null,
    -- waiting, sending, sent, failed
    state varchar(8) not null,
    attempts integer default 0 not null,
    next_attempt_at timestamp with time zone,
    -- the id Teams gave it
    activity varchar(500),
    -- the stream it ends
    stream varchar(500),
    written_at timestamp with time zone default current_timestamp not null,
    constraint teams_outgoing_once unique (chat, purpose)
);
create index if not exists teams_outgoing_to_do on teams_outgoing (state, chat, id);
create index if not exists teams_outgoing_by_activity on teams_outgoing (chat, activity);
create index if not exists teams_outgoing_by_message on teams_outgoing (conversation, seq);

-- A card's buttons work once.
create table if not exists teams_click (
    conversation varchar(36) not null,
    seq integer not null,
    -- person: the way to a person, which stays open; any: every other button
    button varchar(6) not null,
    activity varchar(600) not null,
    said integer not null,
    -- the label that was pressed
    label varchar(4000) not null,
    -- whether the reply to the click already redrew the card
    redrawn boolean not null,
    primary key (conversation, seq, button)
);
