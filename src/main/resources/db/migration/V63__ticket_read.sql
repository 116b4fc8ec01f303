-- Who at the desk opened a ticket: a ticket holds what somebody said in trust.
create table if not exists ticket_read (
    ticket   varchar(40)  not null references ticket (reference) on delete cascade,
    reader   varchar(120) not null,
    first_at timestamp with time zone not null,
    last_at  timestamp with time zone not null,
    times    integer      not null,
    primary key (ticket, reader)
);
