-- People's way through the guides. Runs unchanged on H2 (PostgreSQL mode) and PostgreSQL.
create table if not exists guide_run (
    id varchar(36) primary key,
    -- where it was shown last; a run follows its person from one conversation to the next
    conversation varchar(36) not null,
    person varchar(120) not null,
    guide varchar(80) not null,
    -- the anchor of the step that is next to do
    step varchar(80) not null,
    -- running, stopped, done
    state varchar(10) not null,
    -- how often the current step has failed
    tries integer not null,
    -- the conversation's message number when the current step was shown, at the least
    shown_seq integer not null,
    started_at timestamp with time zone not null,
    touched_at timestamp with time zone not null
);
create index if not exists guide_run_by_person on guide_run (person, state, touched_at);

create table if not exists guide_step_log (
    id bigint generated always as identity primary key,
    run varchar(36) not null references guide_run (id) on delete cascade,
    step varchar(80) not null,
    -- done, failed, explained, skipped
    outcome varchar(10) not null,
    at timestamp with time zone not null
);
create index if not exists guide_step_log_by_run on guide_step_log (run, id);
