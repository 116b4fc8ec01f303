-- Whether a page of the knowledge base helped: how often, never who.
create table if not exists article_helpful (
    article varchar(120) not null,
    language varchar(2) not null,
    told_on date not null,
    helpful integer not null,
    unhelpful integer not null,
    primary key (article, language, told_on)
);
