-- Answers of the assistant that were none: where they stand in their conversations, and gone with them.
create table if not exists in_vain (
    conversation varchar(36) not null references conversation (id) on delete cascade,
    seq integer not null,
    at timestamp with time zone not null,
    primary key (conversation, seq)
);
create index if not exists in_vain_by_time on in_vain (at);
insert into in_vain (conversation, seq, at)
select conversation, seq, at from message
where author = 'assistant' and (content like '{"kind":"unknown"%' or content like '{"kind":"out-of-scope"%');
