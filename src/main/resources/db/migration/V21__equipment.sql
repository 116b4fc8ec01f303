create sequence if not exists order_number start with 100001;
create sequence if not exists return_number start with 100001;

create table if not exists asset (
    serial varchar(60) primary key,
    model varchar(200) not null,
    owner varchar(120) not null,
    -- in-use, to-return, collected, unknown
    state varchar(12) not null
);
create index if not exists asset_by_owner on asset (owner);

create table if not exists parcel (
    id varchar(36) primary key,
    -- what it was sent for, such as O-100001; two parcels may name the same
    request varchar(60) not null,
    serial varchar(60) not null,
    person varchar(120) not null,
    -- announced, shipped, delivered, lost
    state varchar(12) not null,
    announced date not null,
    carrier_state varchar(200)
);
create index if not exists parcel_by_person on parcel (person);

create table if not exists accessory_order (
    reference varchar(40) primary key,
    request varchar(36) unique not null,
    person varchar(120) not null,
    site varchar(60) not null,
    item varchar(20) not null,
    -- on-site, delivery
    handover varchar(10) not null,
    address varchar(500),
    reason varchar(20),
    priority boolean not null,
    state varchar(12) not null,
    created_at timestamp with time zone not null
);
create index if not exists accessory_order_by_person on accessory_order (person, created_at);

create table if not exists equipment_return (
    reference varchar(40) primary key,
    request varchar(36) unique,
    person varchar(120) not null,
    serial varchar(60) not null,
    -- pick-up, parcel
    mode varchar(10) not null,
    pick_up_on date,
    state varchar(40) not null,
    created_at timestamp with time zone not null
);
create index if not exists equipment_return_by_person on equipment_return (person, created_at);

create table if not exists locker (
    id varchar(36) primary key,
    site varchar(60) not null,
    compartment varchar(60) not null,
    item varchar(200) not null,
    person varchar(120) not null,
    order_reference varchar(60),
    code_expired boolean not null
);
create index if not exists locker_by_person on locker (person);
