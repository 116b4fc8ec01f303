-- Invitations still to be sent, as they were when the appointment changed; deleted when the mail server has taken them.
create table if not exists appointment_mail (
    appointment varchar(20) not null,
    version integer not null,
    -- the same for every attempt, so that a mail program shows a repeat once
    message_id varchar(80) not null,
    recipient varchar(320) not null,
    title varchar(300) not null,
    words varchar(4000) not null,
    -- REQUEST or CANCEL
    method varchar(10) not null,
    calendar varchar(20000) not null,
    primary key (appointment, version)
);
