-- What admins set for the providers of models. A key is sealed under the hub's own secret, with provider and address
-- as what it is bound to: moved to another row or address it can't be opened.

create table model_provider (
    provider        varchar(40) primary key,
    enabled         boolean     not null,
    base_url        text,
    region          text,
    models          text        not null,
    default_model   text,
    max_tokens      int         not null,
    timeout_seconds int         not null,
    retries         int         not null,
    sealed_key      text,
    key_end         varchar(8)  not null default '',
    changed_at      timestamptz not null default clock_timestamp()
);

-- Which model answers in a session; without one, the hub's default does.
alter table session add column model text;
