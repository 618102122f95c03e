-- An entry that came with a place of its own choosing would tear the chain: every entry begins without one.

create function audit_entry_begins_unsealed() returns trigger language plpgsql as $$
begin
    if new.seq is not null then
        raise exception 'An audit entry is sealed after it was written.' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger audit_entry_begins_unsealed before insert on audit_entry
    for each row execute function audit_entry_begins_unsealed();
