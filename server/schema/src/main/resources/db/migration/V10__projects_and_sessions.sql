-- Projects; sessions as ordered logs; the runs that answer in them; what was allowed for always; nodes.

create table project (
    id         uuid primary key,
    name       text        not null,
    folder     text        not null,
    created_at timestamptz not null default clock_timestamp()
);
create unique index project_name on project (lower(name));

create table session (
    id         uuid primary key,
    project_id uuid        not null references project (id) on delete cascade,
    owner_id   uuid        not null references person (id),
    name       text        not null,
    -- Whether a person chose the name; if not, the first message gives it.
    named      boolean     not null,
    visibility text        not null check (visibility in ('PRIVATE', 'SHARED')),
    last_seq   bigint      not null default 0,
    created_at timestamptz not null default clock_timestamp(),
    -- When somebody last said something or an answer ended, not every event: appending then leaves the
    -- index below alone.
    updated_at timestamptz not null default clock_timestamp()
) with (fillfactor = 70);
create index session_by_use on session (updated_at desc, id desc);
create index session_by_project on session (project_id);

-- json, not jsonb: an event is kept as it was written. jsonb refuses U+0000, which files may hold, and
-- changes the order of keys and the spelling of numbers.
create table session_event (
    session_id uuid        not null references session (id) on delete cascade,
    seq        bigint      not null,
    kind       text        not null,
    payload    json        not null,
    actor_kind text        not null,
    actor_id   uuid,
    actor_name text        not null,
    message_id uuid,
    at         timestamptz not null,
    primary key (session_id, seq)
);
create unique index session_event_message on session_event (session_id, message_id) where message_id is not null;

create table run (
    id               uuid primary key,
    session_id       uuid        not null references session (id) on delete cascade,
    message_id       uuid        not null,
    -- The number of the message that it answers: runs of a session take turns in this order.
    asked_seq        bigint      not null,
    asked_by         uuid        not null references person (id),
    asked_from       text        not null,
    state            text        not null default 'QUEUED'
        check (state in ('QUEUED', 'WORKING', 'WAITING', 'FINISHED', 'FAILED', 'CANCELLED')),
    -- Who holds the lease. Each claim raises the fence; what an earlier holder writes is refused.
    node             uuid,
    fence            bigint      not null default 0,
    lease_until      timestamptz,
    -- How often a holder died or lost touch.
    lost             int         not null default 0,
    cancel_requested boolean     not null default false,
    -- The event that asks a person, while waiting.
    waiting_seq      bigint,
    -- The block being written, as of the last checkpoint, and the event before it.
    open_block       int,
    open_after       bigint,
    open_text        text,
    queued_at        timestamptz not null default clock_timestamp(),
    ended_at         timestamptz
) with (fillfactor = 70);
create unique index run_one_at_a_time on run (session_id) where state in ('WORKING', 'WAITING');
create index run_unfinished on run (queued_at) where state in ('QUEUED', 'WORKING', 'WAITING');
create index run_of_session on run (session_id, asked_seq);

-- What people allowed for always, in the words of the assistant's policy.
create table grant_rule (
    id         uuid primary key,
    project_id uuid        not null references project (id) on delete cascade,
    rule       text        not null,
    granted_by uuid        not null references person (id),
    granted_at timestamptz not null default clock_timestamp(),
    unique (project_id, rule)
);

-- The servers at work on this database and how they reach each other.
create table node (
    id         uuid primary key,
    address    text        not null,
    started_at timestamptz not null default clock_timestamp(),
    seen_at    timestamptz not null default clock_timestamp()
);
