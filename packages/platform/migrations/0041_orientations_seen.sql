-- A call that is erased looks for its orientation, a withdrawn one too.
create index orientation_any_call on orientation (call_id) where call_id is not null;

-- What is carried out waits again, or waits no more: whoever decided it is told with the one that carries it out.
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
    update orientation o set attention = reason, attention_at = sas_now(), acknowledged_at = null
    where o.appointment_id = new.id and o.withdrawn_at is null
      and o.made_by is distinct from current_setting('sas.acting', true);
  end if;
  -- One's own doing is told too, and asks for nothing.
  perform pg_notify('sas_orientation', told::text)
  from orientation o, unnest(array[o.id, o.executes]) told
  where o.appointment_id = new.id and told is not null;
  return null;
end $$;

-- An appointment that was made before its orientation may be covered by an absence since.
create function orientation_linked() returns trigger language plpgsql as $$
begin
  if exists (
    select from appointment a join absence x on x.schedule_id = a.schedule_id
    where a.id = new.appointment_id and a.starts_at < x.ends_at and a.ends_at > x.starts_at
  ) then
    new.attention := 'absence';
    new.attention_at := sas_now();
  end if;
  return new;
end $$;
create trigger orientation_linked before insert on orientation
  for each row when (new.appointment_id is not null) execute function orientation_linked();

-- An appointment that somebody wants cancelled takes nobody's place, whatever its editor says late.
create or replace function orientation_follows(former uuid, latter uuid) returns void language plpgsql as $$
begin
  update orientation o set appointment_id = latter, attention = 'moved', attention_at = sas_now(),
    acknowledged_at = case when o.made_by = a.booked_by then sas_now() end
  from appointment a where a.id = latter and a.cancellation is null
    and o.appointment_id = former and o.withdrawn_at is null;
end $$;
