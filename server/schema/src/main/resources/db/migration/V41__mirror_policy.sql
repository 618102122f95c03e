-- Which tools may be taken from the mirror, and when this hub first heard of a version.

create table mirror_policy (
    number      int         primary key check (number > 0),
    text        text        not null,
    reason      text        not null,
    saved_by    uuid        not null references person (id),
    -- As it was then.
    saved_login text        not null,
    saved_at    timestamptz not null default clock_timestamp()
);

create trigger mirror_policy_stays before update or delete on mirror_policy
    for each row execute function policy_revision_stays();

create table mirror_release (
    tool       text        not null,
    version    text        not null,
    -- What upstream says; none where it says nothing.
    published  timestamptz,
    first_seen timestamptz not null,
    primary key (tool, version)
);
