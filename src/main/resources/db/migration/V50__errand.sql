-- Replaces ticket.attempts and ticket.next_attempt_at, which are not used any more.
-- What is still to be brought to a system outside: written in the transaction of what it is for, deleted when it has arrived.
create table if not exists errand (
    -- ticket, ticket-note, calendar, mail
    kind varchar(20) not null,
    subject varchar(120) not null,
    attempts integer default 0 not null,
    refusals integer default 0 not null,
    put_at timestamp with time zone default current_timestamp not null,
    -- database time
    next_attempt_at timestamp with time zone default current_timestamp not null,
    -- what it waits for: outage (of the system), refusal (to be looked at), order (something goes first); null while on its way
    waiting varchar(10),
    -- what a person has to look at; null as long as it may heal by itself
    attention varchar(500),
    primary key (kind, subject)
);
create index if not exists errand_by_time on errand (next_attempt_at);
