-- People and their ways in. Secrets are stored as SHA-256 of what the holder has: they are random and
-- long, so nobody can guess them from the hash. Passwords are not random, and get Argon2id.

create table person (
    id            uuid        primary key,
    login         varchar(60) collate "C" not null unique,
    name          varchar(80) not null,
    role          varchar(20) not null check (role in ('VIEWER', 'MEMBER', 'APPROVER', 'ADMIN')),
    active        boolean     not null,
    joined        boolean     not null,
    password_hash text,
    added_at      timestamptz not null,
    last_seen_at  timestamptz,
    version       integer     not null
);

-- One a person: a new link replaces the earlier one.
create table invitation (
    person_id   uuid        primary key references person on delete cascade,
    secret_hash bytea       not null unique,
    expires_at  timestamptz not null
);

create table sign_in (
    id           uuid        primary key,
    person_id    uuid        not null references person on delete cascade,
    secret_hash  bytea       not null unique,
    address      text        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null
);
create index sign_in_of_person on sign_in (person_id);
create index sign_in_expiry on sign_in (expires_at);

create table access_token (
    id           uuid        primary key,
    person_id    uuid        not null references person on delete cascade,
    name         varchar(60) not null,
    begins_with  varchar(20) not null,
    secret_hash  bytea       not null unique,
    scopes       varchar(60) not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz
);
create index access_token_of_person on access_token (person_id, created_at desc);

-- Guessing is counted where all nodes see it: a row a login name and a row an address.
create table sign_in_failure (
    subject       varchar(120) primary key,
    failures      integer      not null,
    last_at       timestamptz  not null,
    blocked_until timestamptz  not null
);
create index sign_in_failure_age on sign_in_failure (last_at);

-- What the hub itself must keep secret, such as the key that signs audit checkpoints.
create table hub_secret (
    name  varchar(60) primary key,
    value bytea       not null
);

-- What the hub has to remember of itself, such as that the example was registered once.
create table hub_state (
    name  varchar(60) primary key,
    value text        not null
);
