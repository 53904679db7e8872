-- What happens to the appointment of an orientation, and that one somebody wants cancelled stands all the same, are
-- two alarms: each waits until somebody has seen it, whatever becomes of the other.
alter table orientation
  add column not_cancelled_at timestamptz,
  add column not_cancelled_acknowledged_at timestamptz,
  -- The page that recorded it, of an embedded element: the id of its token.
  add column made_with uuid;
update orientation set not_cancelled_at = date_trunc('second', attention_at),
  not_cancelled_acknowledged_at = acknowledged_at, attention = null, attention_at = null, acknowledged_at = null
where attention = 'not-cancelled';
update orientation set attention_at = date_trunc('second', attention_at)
where attention_at <> date_trunc('second', attention_at);
alter table orientation drop constraint orientation_attention_check,
  add constraint orientation_attention_check check (attention in ('cancelled', 'moved', 'absence'));

drop index orientation_waiting;
create index orientation_waiting on orientation (territory_id, created_at)
  where (attention is not null and acknowledged_at is null and withdrawn_at is null)
    or (not_cancelled_at is not null and not_cancelled_acknowledged_at is null);

-- Instants are told in whole seconds: of an orientation none is told twice, so that what was seen is known by it.
create function attention_time(o orientation) returns timestamptz language sql stable as $$
  select greatest(date_trunc('second', sas_now()), o.attention_at + interval '1 second',
    o.not_cancelled_at + interval '1 second')
$$;

create or replace function orientation_appointment_changed() returns trigger language plpgsql as $$
declare
  reason text := case
    when new.status = 'cancelled' and old.status <> 'cancelled' then 'cancelled'
    when (new.starts_at, new.schedule_id) is distinct from (old.starts_at, old.schedule_id) then 'moved' end;
begin
  if new.status = 'booked' and old.status <> 'booked' and new.replaces is not null then
    perform orientation_follows(new.replaces, new.id);
  end if;
  if reason is not null then
    update orientation o set attention = reason, attention_at = attention_time(o), acknowledged_at = null
    where o.appointment_id = new.id and o.withdrawn_at is null
      and o.made_by is distinct from current_setting('sas.acting', true);
  end if;
  -- One's own doing is told too, and asks for nothing.
  perform pg_notify('sas_orientation', told::text)
  from orientation o, unnest(array[o.id, o.executes]) told
  where o.appointment_id = new.id and told is not null;
  return null;
end $$;

create or replace function orientation_follows(former uuid, latter uuid) returns void language plpgsql as $$
begin
  update orientation o set appointment_id = latter, attention = 'moved',
    attention_at = attention_time(o),
    acknowledged_at = case
      when o.made_by = a.booked_by and not subject_of_several(o.made_by) then sas_now() end
  from appointment a where a.id = latter and a.cancellation is null
    and o.appointment_id = former and o.withdrawn_at is null
    and not exists (select from orientation own where own.appointment_id = latter and own.withdrawn_at is null);
end $$;

create or replace function orientation_absence() returns trigger language plpgsql as $$
begin
  update orientation o set attention = 'absence', attention_at = attention_time(o), acknowledged_at = null
  from appointment a where a.id = o.appointment_id and a.schedule_id = new.schedule_id
    and a.status in ('booked', 'pending') and a.starts_at < new.ends_at and a.ends_at > new.starts_at
    and a.ends_at > sas_now() and o.withdrawn_at is null;
  return null;
end $$;

create or replace function orientation_linked() returns trigger language plpgsql as $$
begin
  if exists (
    select from appointment a join absence x on x.schedule_id = a.schedule_id
    where a.id = new.appointment_id and a.starts_at < x.ends_at and a.ends_at > x.starts_at
  ) then
    new.attention := 'absence';
    new.attention_at := attention_time(new);
  end if;
  return new;
end $$;

-- An appointment, what took its place, what took that one's.
create function appointments_since(former uuid) returns setof uuid language sql stable as $$
  with recursive line (id) as (
    select former union select a.id from appointment a join line on a.replaces = line.id)
  select id from line
$$;
-- An appointment, the one whose place it took, the one before that.
create function appointments_until(latter uuid) returns setof uuid language sql stable as $$
  with recursive line (id) as (
    select latter union select a.replaces from appointment a join line on a.id = line.id
    where a.replaces is not null)
  select id from line
$$;

create or replace function orientation_not_cancelled() returns trigger language plpgsql as $$
begin
  update orientation o set not_cancelled_at = attention_time(o), not_cancelled_acknowledged_at = null
  where o.appointment_id in (select appointments_since(new.id));
  return null;
end $$;

-- Cancelled in the end: there is nobody to call any more, unless another one of its line stands.
create or replace function orientation_cancelled_at_last() returns trigger language plpgsql as $$
begin
  update orientation o set not_cancelled_acknowledged_at = sas_now()
  where o.not_cancelled_at is not null and o.not_cancelled_acknowledged_at is null
    and o.appointment_id in (select appointments_since(new.id))
    and not exists (select from appointment a where a.id in (select appointments_until(o.appointment_id))
      and a.status <> 'cancelled' and a.cancellation = 'refused');
  return null;
end $$;
