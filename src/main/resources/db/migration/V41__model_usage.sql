-- Tokens used of the language model, by person and day; kept for two days, for the budgets alone.
create table if not exists model_usage (
    used_on date not null,
    person varchar(120) not null,
    tokens bigint not null,
    primary key (used_on, person)
);
