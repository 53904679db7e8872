-- Somebody wants an appointment cancelled and its editor refuses: it stands, the practice is to be called. That
-- comes back too, also of an orientation that was taken back meanwhile, and of one whose new appointment stands
-- beside it.
alter table orientation drop constraint orientation_attention_check,
  add constraint orientation_attention_check
    check (attention in ('cancelled', 'moved', 'absence', 'not-cancelled'));

drop index orientation_waiting;
create index orientation_waiting on orientation (territory_id, created_at)
  where attention is not null and acknowledged_at is null
    and (withdrawn_at is null or attention = 'not-cancelled');

create function orientation_not_cancelled() returns trigger language plpgsql as $$
begin
  update orientation o set attention = 'not-cancelled', attention_at = sas_now(), acknowledged_at = null
  where o.appointment_id = new.id or o.appointment_id in (select latter.id from appointment latter
    where latter.replaces = new.id and latter.status in ('pending', 'booked'));
  return null;
end $$;
create trigger orientation_not_cancelled after update of cancellation on appointment
  for each row when (new.cancellation = 'refused' and old.cancellation is distinct from 'refused')
  execute function orientation_not_cancelled();

-- Cancelled in the end: there is nobody to call any more.
create function orientation_cancelled_at_last() returns trigger language plpgsql as $$
begin
  update orientation o set acknowledged_at = sas_now()
  where o.attention = 'not-cancelled' and o.acknowledged_at is null
    and (o.appointment_id = new.id or o.appointment_id in (select latter.id from appointment latter
      where latter.replaces = new.id));
  return null;
end $$;
-- Before `orientation_appointment_changed`, by its name: what that one tells stays.
create trigger orientation_a_cancelled_at_last after update of status on appointment
  for each row when (new.status = 'cancelled' and old.status <> 'cancelled')
  execute function orientation_cancelled_at_last();

-- An appointment has one orientation: one that has been given one of its own takes nobody's place.
create or replace function orientation_follows(former uuid, latter uuid) returns void language plpgsql as $$
begin
  update orientation o set appointment_id = latter, attention = 'moved', attention_at = sas_now(),
    acknowledged_at = case when o.made_by = a.booked_by then sas_now() end
  from appointment a where a.id = latter and a.cancellation is null
    and o.appointment_id = former and o.withdrawn_at is null
    and not exists (select from orientation own where own.appointment_id = latter and own.withdrawn_at is null);
end $$;
