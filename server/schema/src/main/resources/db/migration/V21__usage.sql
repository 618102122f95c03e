-- What each call of a model used, and what it cost at the price of that day. It outlives session, project and person,
-- so it refers to none of them.

create table model_usage (
    id             uuid        primary key,
    at             timestamptz not null,
    run_id         uuid        not null,
    session_id     uuid        not null,
    project_id     uuid        not null,
    person_id      uuid        not null,
    provider       text        not null,
    model          text        not null,
    agent          text,
    input          bigint      not null,
    cached         bigint      not null,
    cache_creation bigint      not null,
    output         bigint      not null,
    -- The provider did not tell: the stream was cut or stopped.
    estimated      boolean     not null,
    -- US dollars; none when nobody knew a price.
    cost           numeric(24, 12),
    first_word_ms  int
);
create index model_usage_at on model_usage (at);
create index model_usage_of_person on model_usage (person_id, at);
create index model_usage_of_session on model_usage (session_id);
