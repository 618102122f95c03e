-- What happened. Rows are inserted unchained, in the transaction of what they tell of; the sealer gives
-- each its place in the chain and its hash shortly after. From then on a row can't change, and none can go.

create table audit_entry (
    id          uuid        primary key,
    inserted    bigint      generated always as identity unique,
    at          timestamptz not null,
    actor_id    uuid,
    actor       text        not null,
    address     text        not null,
    action      text        not null,
    object_kind text        not null,
    object_id   text        not null,
    object      text        not null,
    outcome     text        not null,
    detail      jsonb       not null,
    seq         bigint      unique,
    hash        char(64),
    check ((seq is null) = (hash is null))
);
create index audit_entry_unsealed on audit_entry (inserted) where seq is null;
create index audit_entry_at on audit_entry (at);

create table audit_checkpoint (
    seq        bigint      primary key,
    hash       char(64)    not null,
    at         timestamptz not null,
    public_key text        not null,
    signature  text        not null
);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.seq is null and new.seq is not null
                and (to_jsonb(new) - 'seq' - 'hash') = (to_jsonb(old) - 'seq' - 'hash') then
            return new;
        end if;
    end if;
    raise exception 'The audit log only grows: % refused.', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_entry_stays();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
    for each statement execute function audit_entry_stays();
create trigger audit_checkpoint_stays before update or delete on audit_checkpoint
    for each row execute function audit_entry_stays();
create trigger audit_checkpoint_is_not_emptied before truncate on audit_checkpoint
    for each statement execute function audit_entry_stays();

-- The server itself has not even the right to try.
revoke update, delete on audit_entry from ${app};
grant update (seq, hash) on audit_entry to ${app};
revoke update, delete on audit_checkpoint from ${app};
