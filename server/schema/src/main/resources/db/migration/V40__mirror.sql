-- The mirror: which bytes each address gave first, how that was verified, and who took them.

create table mirror_file (
    address       text        primary key,
    -- Which tool this is, as far as it is known; empty where it is not.
    tool          text        not null,
    version       text        not null,
    platform      text        not null,
    sha256        char(64)    not null,
    size          bigint      not null,
    media_type    text        not null,
    last_modified text        not null,
    first_seen    timestamptz not null
);
create index mirror_file_blob on mirror_file (sha256);
create index mirror_file_tool on mirror_file (tool, version, platform);

-- What vouches for a file, kept as it was read: it can be checked again without a network.
create table mirror_evidence (
    address  text        not null references mirror_file (address) on delete cascade,
    seq      int         not null,
    kind     text        not null,
    said     text        not null,
    source   text        not null,
    document bytea       not null,
    at       timestamptz not null,
    primary key (address, seq)
);

-- Upstream gave something else than at first. The first stays until an admin decides.
create table mirror_quarantine (
    id         uuid        primary key,
    address    text        not null references mirror_file (address) on delete cascade,
    kept       char(64)    not null,
    seen       char(64)    not null,
    seen_size  bigint      not null,
    found_at   timestamptz not null,
    decision   text        check (decision in ('KEEP', 'ACCEPT')),
    reason     text,
    decided_by text,
    decided_at timestamptz,
    unique (address, kept, seen)
);

-- Hashes that nobody gets any more.
create table mirror_block (
    sha256     char(64)    primary key,
    reason     text        not null,
    blocked_by text        not null,
    blocked_at timestamptz not null
);

-- Who fetches what right now. Each claim raises the fence; what an earlier holder wants to write is refused.
create table mirror_fetch (
    address      text        primary key,
    node         uuid        not null,
    fence        bigint      not null,
    lease_until  timestamptz not null,
    failed_at    timestamptz,
    failure_kind text,
    failure_what text,
    failure_hint text
);

-- Answers that change by nature: lists, what an API says. Kept for a while, and for when upstream is away.
create table mirror_document (
    address    text        not null,
    accept     text        not null,
    body       bytea       not null,
    media_type text        not null,
    etag       text        not null,
    fetched_at timestamptz not null,
    -- Upstream said that there is none; who asks while it is away hears the same.
    missing    boolean     not null default false,
    primary key (address, accept)
);

create table mirror_download (
    minute  timestamptz not null,
    who     text        not null,
    address text        not null,
    sha256  char(64)    not null,
    count   bigint      not null,
    bytes   bigint      not null,
    primary key (minute, who, address, sha256)
);
create index mirror_download_blob on mirror_download (sha256);
