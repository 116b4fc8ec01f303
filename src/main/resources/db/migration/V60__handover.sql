-- The people behind the assistant: who is at the desk, who waits for them, who talks with whom. H2 (PostgreSQL mode) and PostgreSQL.
create table if not exists desk_presence (
    agent     varchar(120) not null primary key,
    available boolean      not null,
    -- database time of the last sign of life of the agent's page
    seen_at   timestamp with time zone not null
);

-- What an agent speaks and knows; an agent without a line speaks the language of their directory entry and knows everything.
create table if not exists desk_skill (
    agent varchar(120) not null,
    -- language, topic
    kind  varchar(10)  not null,
    skill varchar(40)  not null,
    primary key (agent, kind, skill)
);

-- One line a conversation that ever asked for a person. All times are database time.
create table if not exists handover (
    conversation varchar(36)  not null primary key,
    person       varchar(120) not null,
    site         varchar(60)  not null,
    language     varchar(2)   not null,
    -- asked (its ticket is being opened), offered, held, wrap, ended
    state        varchar(10)  not null,
    -- counts the changes; every change names the version it was made for
    version      integer      not null,
    topic        varchar(200) not null,
    category     varchar(40)  not null,
    urgency      varchar(10)  not null,
    request      varchar(36),
    ticket       varchar(40),
    waiting_since timestamp with time zone not null,
    -- when the desk closes, and with it the wait
    closes_at    timestamp with time zone not null,
    -- whose page rings, since when, and how often it has rung somewhere
    rings        varchar(120),
    ringing_since timestamp with time zone,
    rung         integer      not null,
    agent        varchar(120),
    agent_name   varchar(200),
    held_since   timestamp with time zone,
    outcome      varchar(20),
    ended_at     timestamp with time zone,
    agent_read   integer      not null,
    person_read  integer      not null
);
create index if not exists handover_by_state on handover (state, waiting_since);
create index if not exists handover_by_agent on handover (agent, state);

-- What agents tell each other; the employee never reads it.
create table if not exists handover_note (
    id           varchar(36)  not null primary key,
    conversation varchar(36)  not null,
    agent_name   varchar(200) not null,
    text         varchar(4000) not null,
    at           timestamp with time zone not null
);
create index if not exists handover_note_by_conversation on handover_note (conversation, at);

-- One question after a conversation with a person. Of the site, never of the agent.
create table if not exists survey (
    conversation varchar(36) not null primary key,
    site         varchar(60) not null,
    asked_at     timestamp with time zone not null,
    -- from 1 to 5; null while unanswered
    score        integer,
    comment      varchar(1000),
    answered_at  timestamp with time zone
);
create index if not exists survey_by_time on survey (asked_at);
