-- Signed events to integrators.
create table webhook (
  id uuid primary key default gen_random_uuid(),
  -- Who made it: it is told what they may see, as long as they are known.
  owner text not null,
  -- The vendor whose software shares it; null for an administrator's.
  editor text,
  -- Of a person: it ends with the account.
  account_id uuid references account (id) on delete cascade,
  url text not null,
  events text[] not null,
  description text,
  status text not null default 'active' check (status in ('active', 'paused', 'disabled')),
  disabled_reason text check (disabled_reason in ('failing', 'gone')),
  disabled_at timestamptz,
  -- Since when nothing has arrived; null while it does.
  failing_since timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  check ((status = 'disabled') = (disabled_reason is not null)),
  check ((status = 'disabled') = (disabled_at is not null))
);
create index webhook_active on webhook (id) where status = 'active';
create index webhook_account on webhook (account_id) where account_id is not null;

-- The current secret has no end; those before sign for a day more.
create table webhook_secret (
  id uuid primary key default gen_random_uuid(),
  webhook_id uuid not null references webhook (id) on delete cascade,
  sealed bytea not null,
  created_at timestamptz not null,
  ends_at timestamptz
);
create index webhook_secret_webhook on webhook_secret (webhook_id);

-- Grows with every event: inside a subject, what comes later has the greater number.
create sequence webhook_event_sequence;

-- An event as it is sent, byte by byte, to everybody who may see it.
create table webhook_event (
  id uuid primary key default gen_random_uuid(),
  type text not null,
  subject text not null,
  sequence bigint not null,
  -- The outbox row that it was made of, and which part of it: made again, it is not made twice.
  source bigint,
  part integer not null default 0,
  body text not null,
  created_at timestamptz not null
);
create unique index webhook_event_source on webhook_event (source, part) where source is not null;
create index webhook_event_created on webhook_event (created_at);

create table webhook_delivery (
  id uuid primary key default gen_random_uuid(),
  webhook_id uuid not null references webhook (id) on delete cascade,
  event_id uuid not null references webhook_event (id) on delete cascade,
  -- The outbox row that carries it; a delivery that is asked for again gets another one.
  outbox_id bigint,
  created_at timestamptz not null,
  unique (webhook_id, event_id)
);
create index webhook_delivery_list on webhook_delivery (webhook_id, created_at desc, id);
create index webhook_delivery_event on webhook_delivery (event_id);
create index webhook_delivery_created on webhook_delivery (created_at);

-- Of an answer nothing but its status is kept.
create table webhook_attempt (
  delivery_id uuid not null references webhook_delivery (id) on delete cascade,
  at timestamptz not null,
  status integer,
  ms integer not null,
  failure text
);
create index webhook_attempt_delivery on webhook_attempt (delivery_id, at);

-- What changes is noted by the database itself, in the transaction of the change: no code can forget it.
-- What one transaction does to one agenda is one row, however many slots there are. While nobody
-- listens, nothing is noted.
create function webhook_note_slots(changes jsonb) returns void language sql as $$
  insert into outbox (kind, lane, subject, key, payload)
  select 'event', 'event', c.schedule, format('slots %s %s', c.schedule, pg_current_xact_id()),
    jsonb_build_object('schedule', c.schedule, 'slots', jsonb_agg(jsonb_build_array(c.slot, c.change)))
  from jsonb_to_recordset(changes) as c (schedule text, slot text, change text)
  group by c.schedule order by c.schedule
  on conflict (kind, key) where state = 'waiting' and key is not null do update
    set payload = jsonb_set(outbox.payload, '{slots}',
      outbox.payload -> 'slots' || (excluded.payload -> 'slots'))
$$;

create function webhook_slots_inserted() returns trigger language plpgsql as $$
begin
  if not exists (select from webhook where status = 'active') then return null; end if;
  perform webhook_note_slots(jsonb_agg(jsonb_build_object(
      'schedule', s.schedule_id, 'slot', s.id, 'change', 'published')))
    from fresh s where s.state = 'live' and s.ends_at > sas_now() having count(*) > 0;
  return null;
end $$;
create trigger webhook_slots_inserted after insert on slot
  referencing new table as fresh for each statement execute function webhook_slots_inserted();

create function webhook_slots_updated() returns trigger language plpgsql as $$
begin
  if not exists (select from webhook where status = 'active') then return null; end if;
  perform webhook_note_slots(jsonb_agg(jsonb_build_object(
      'schedule', c.schedule_id, 'slot', c.id, 'change', c.change)))
    from (
      select n.schedule_id, n.id, case when n.state = 'live' then 'published' else 'withdrawn' end as change
        from fresh n join former o on o.id = n.id
        where n.ends_at > sas_now() and (n.state <> o.state or n.state = 'live' and
          (n.starts_at, n.ends_at, n.modalities, n.visibility, n.booking, n.capacity, n.communities,
            n.public_display) is distinct from (o.starts_at, o.ends_at, o.modalities, o.visibility,
            o.booking, o.capacity, o.communities, o.public_display))
      union all
      select n.schedule_id, n.id, case when n.booked > o.booked then 'taken' else 'released' end
        from fresh n join former o on o.id = n.id where n.booked <> o.booked and n.ends_at > sas_now()
    ) c having count(*) > 0;
  return null;
end $$;
create trigger webhook_slots_updated after update on slot
  referencing old table as former new table as fresh
  for each statement execute function webhook_slots_updated();

-- An appointment is told as it was at this moment: its ids, its state and its times, nobody's name.
create function webhook_appointment_changed() returns trigger language plpgsql as $$
declare
  change text := case
    when tg_op = 'INSERT' then new.status
    when new.status <> old.status then new.status
    when new.slot_id <> old.slot_id then 'rescheduled' end;
begin
  if change is null or change = 'pending' then return null; end if;
  if not exists (select from webhook where status = 'active') then return null; end if;
  insert into outbox (kind, lane, subject, payload) values ('event', 'event', new.id::text,
    jsonb_build_object('change', change, 'schedule', new.schedule_id, 'slot', new.slot_id,
      'formerSlot', case when change = 'rescheduled' then old.slot_id end,
      'appointment', jsonb_build_object('id', new.id, 'reference', new.reference, 'status', new.status,
        'startsAt', new.starts_at, 'endsAt', new.ends_at, 'createdAt', new.created_at)));
  return null;
end $$;
create trigger webhook_appointment_changed after insert or update on appointment
  for each row execute function webhook_appointment_changed();
