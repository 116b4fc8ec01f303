-- People, requests and conversations. Runs unchanged on H2 (PostgreSQL mode) and PostgreSQL.
create table if not exists person (
    id varchar(120) primary key,
    name varchar(200) not null,
    role varchar(20) not null,
    site varchar(60) not null,
    language varchar(2) not null,
    address varchar(500),
    manager varchar(120),
    entra_id varchar(120)
);

create table if not exists request (
    id varchar(36) primary key,
    kind varchar(40) not null,
    person varchar(120) not null,
    conversation varchar(36),
    language varchar(2) not null,
    -- drafted, confirmed, fulfilled, declined, replaced, refused
    state varchar(12) not null,
    form varchar not null,
    card varchar not null,
    drafted_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    -- set when the demo's clock was moved: everything caused by this request happens at that time
    acting_at timestamp with time zone,
    attempts integer default 0 not null,
    -- database time; null until the first attempt failed
    next_attempt_at timestamp with time zone,
    receipt varchar
);
create index if not exists request_by_conversation on request (conversation, state);
create index if not exists request_to_do on request (state, next_attempt_at);

create table if not exists conversation (
    id varchar(36) primary key,
    person varchar(120) not null,
    language varchar(2) not null,
    state varchar(10) not null,
    entry varchar(200),
    created_at timestamp with time zone not null,
    -- database time of the last change, for the recovery sweep and for other instances' feeds
    touched_at timestamp with time zone not null,
    last_seq integer not null,
    -- the last message of the employee, and how far the assistant has answered
    asked_seq integer not null,
    answered_seq integer not null,
    -- a confirmed request whose outcome the person has not been told yet
    pending_request varchar(36),
    dialogue varchar not null
);
create index if not exists conversation_by_person on conversation (person, created_at);
create index if not exists conversation_by_touch on conversation (touched_at);

create table if not exists message (
    conversation varchar(36) not null references conversation (id) on delete cascade,
    seq integer not null,
    id varchar(36) not null,
    at timestamp with time zone not null,
    acting_at timestamp with time zone,
    author varchar(10) not null,
    author_name varchar(200) not null,
    language varchar(2) not null,
    -- what an employee sent, raw; what everybody reads is the content
    client_id varchar(36),
    input varchar,
    content varchar not null,
    primary key (conversation, seq),
    constraint message_once unique (conversation, client_id)
);

create table if not exists feedback (
    conversation varchar(36) not null references conversation (id) on delete cascade,
    seq integer not null,
    helpful boolean not null,
    comment varchar(2000),
    at timestamp with time zone not null,
    primary key (conversation, seq)
);

create table if not exists attachment (
    id varchar(36) primary key,
    conversation varchar(36) not null references conversation (id) on delete cascade,
    name varchar(200) not null,
    type varchar(40) not null,
    bytes bytea not null,
    at timestamp with time zone not null
);
create index if not exists attachment_by_conversation on attachment (conversation);

create table if not exists resume_link (
    -- SHA-256 of the token: the database alone does not open a conversation
    token_hash varchar(64) primary key,
    conversation varchar(36) not null references conversation (id) on delete cascade,
    person varchar(120) not null,
    expires_at timestamp with time zone not null
);
