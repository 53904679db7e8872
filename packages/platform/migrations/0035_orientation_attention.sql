-- What happens to the appointment of an orientation comes back to whoever made it, whatever changed it, and
-- stays until somebody has acknowledged it. Told on the channel `sas_orientation`, by id: whoever listens
-- reads again, as whom it reads for.

create function orientation_told() returns trigger language plpgsql as $$
begin
  perform pg_notify('sas_orientation', new.id::text);
  if new.executes is not null then perform pg_notify('sas_orientation', new.executes::text); end if;
  return null;
end $$;
create trigger orientation_told after insert or update on orientation
  for each row execute function orientation_told();

-- The orientations of an appointment are told, whatever changed of it; they ask for attention where it was
-- cancelled or moved, but for one's own doing (`sas.acting`, of the transaction).
create function orientation_appointment_changed() returns trigger language plpgsql as $$
declare
  reason text := case
    when new.status = 'cancelled' and old.status <> 'cancelled' then 'cancelled'
    when (new.starts_at, new.schedule_id) is distinct from (old.starts_at, old.schedule_id) then 'moved' end;
begin
  if new.status = 'booked' and old.status <> 'booked' and new.replaces is not null then
    perform orientation_follows(new.replaces, new.id);
  end if;
  if reason is null then
    perform pg_notify('sas_orientation', o.id::text) from orientation o where o.appointment_id = new.id;
    return null;
  end if;
  update orientation o set attention = reason, attention_at = sas_now(), acknowledged_at = null
  where o.appointment_id = new.id and o.withdrawn_at is null
    and o.made_by is distinct from current_setting('sas.acting', true);
  -- One's own doing is told too, and asks for nothing.
  perform pg_notify('sas_orientation', o.id::text) from orientation o where o.appointment_id = new.id;
  return null;
end $$;

-- An editor's appointment is moved by another that takes its place.
create function orientation_follows(former uuid, latter uuid) returns void language plpgsql as $$
begin
  update orientation o set appointment_id = latter, attention = 'moved', attention_at = sas_now(),
    acknowledged_at = case when o.made_by = a.booked_by then sas_now() end
  from appointment a where a.id = latter and o.appointment_id = former and o.withdrawn_at is null;
end $$;

create trigger orientation_appointment_changed
  after update of status, starts_at, ends_at, schedule_id on appointment
  for each row execute function orientation_appointment_changed();

create function orientation_appointment_replaced() returns trigger language plpgsql as $$
begin
  perform orientation_follows(new.replaces, new.id);
  return null;
end $$;
create trigger orientation_appointment_replaced after insert on appointment
  for each row when (new.status = 'booked' and new.replaces is not null)
  execute function orientation_appointment_replaced();

-- At the end of the transaction: after the slots of the period, in the order in which a cancellation
-- takes slot and orientation.
create function orientation_absence() returns trigger language plpgsql as $$
begin
  update orientation o set attention = 'absence', attention_at = sas_now(), acknowledged_at = null
  from appointment a where a.id = o.appointment_id and a.schedule_id = new.schedule_id
    and a.status in ('booked', 'pending') and a.starts_at < new.ends_at and a.ends_at > new.starts_at
    and a.ends_at > sas_now() and o.withdrawn_at is null;
  return null;
end $$;
create constraint trigger orientation_absence after insert or update of starts_at, ends_at on absence
  deferrable initially deferred for each row execute function orientation_absence();
