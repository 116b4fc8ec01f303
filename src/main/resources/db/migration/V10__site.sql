-- What departs from the site files on a single day, and what the desk changed: it acts at once.
create table if not exists site_closure (
    site   varchar(60)  not null,
    on_day date         not null,
    reason varchar(300) not null,
    primary key (site, on_day)
);

create table if not exists site_presence (
    site     varchar(60) not null,
    on_day   date        not null,
    half     varchar(10) not null,
    primary key (site, on_day)
);

-- When a site has rooms here, they replace those of its file.
create table if not exists meeting_room (
    site varchar(60)  not null,
    name varchar(100) not null,
    primary key (site, name)
);

-- At most one row each: what holds instead of the desk's file.
create table if not exists desk_hours (
    id     integer     not null primary key,
    days   varchar(60) not null,
    opens  varchar(5)  not null,
    closes varchar(5)  not null
);

create table if not exists urgent_line (
    id        integer not null primary key,
    reachable boolean not null
);
