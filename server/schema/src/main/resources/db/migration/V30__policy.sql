-- The organisation's policy, every revision of it; and "allow always" belongs to whoever said it.

create table policy_revision (
    number      int         primary key check (number > 0),
    text        text        not null,
    reason      text        not null,
    saved_by    uuid        not null references person (id),
    -- As it was then.
    saved_login text        not null,
    saved_at    timestamptz not null default clock_timestamp()
);

-- Decisions in the audit log name a revision: it must say later what it said then.
create function policy_revision_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A revision of the policy stays as it was saved.' using errcode = 'insufficient_privilege';
end
$$;

create trigger policy_revision_stays before update or delete on policy_revision
    for each row execute function policy_revision_stays();

-- Two people may allow the same, each for themselves.
alter table grant_rule drop constraint grant_rule_project_id_rule_key;
alter table grant_rule add constraint grant_rule_once unique (project_id, granted_by, rule);
