-- The transactional outbox: whatever must reach somebody else, written with the change that it tells of.
create table outbox (
  id bigint generated always as identity primary key,
  -- Who delivers it: a name of the registry of kinds.
  kind text not null,
  -- To whom. A lane that is slow or down holds up no other.
  lane text not null,
  -- Rows of one lane about one subject are delivered in their order; null where none matters.
  subject text,
  -- Stands once among waiting rows of a kind: what one transaction adds becomes one row.
  key text,
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  due_at timestamptz not null default sas_now(),
  -- Until then it belongs to the process that delivers it; a process that dies leaves it behind.
  leased_until timestamptz,
  created_at timestamptz not null default sas_now(),
  ended_at timestamptz,
  check ((state = 'waiting') = (ended_at is null))
);
create unique index outbox_key on outbox (kind, key) where state = 'waiting' and key is not null;
create index outbox_waiting on outbox (kind, lane, id) where state = 'waiting';
create index outbox_subject on outbox (kind, lane, subject, id) where state = 'waiting';
create index outbox_ended on outbox (ended_at) where state <> 'waiting';
create index outbox_dead on outbox (kind) where state = 'dead';

-- Whoever delivers looks at once.
create function outbox_written() returns trigger language plpgsql as $$
begin
  perform pg_notify('sas_outbox', '');
  return null;
end $$;
create trigger outbox_written after insert on outbox
  for each statement execute function outbox_written();
