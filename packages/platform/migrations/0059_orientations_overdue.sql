-- What nobody does is an alarm too: nobody says whether an appointment was booked (`overdue`), nobody carries out
-- what a doctor decided (`not-executed`). Who notices that time has passed is a job of the platform.
alter table orientation drop constraint orientation_attention_check,
  add constraint orientation_attention_check
    check (attention in ('cancelled', 'moved', 'absence', 'overdue', 'not-executed'));

create index appointment_unconfirmed on appointment (starts_at) where status = 'pending';
create index appointment_cancelling on appointment (starts_at) where cancellation is not null;

-- Somebody has said what came of it.
create function orientation_answered() returns trigger language plpgsql as $$
begin
  update orientation o set acknowledged_at = sas_now()
  where o.appointment_id = new.id and o.attention = 'overdue' and o.acknowledged_at is null;
  return null;
end $$;
-- Before `orientation_appointment_changed`, by its name: what that one tells stays.
create trigger orientation_a_answered after update of status on appointment
  for each row when (old.status = 'pending' and new.status <> 'pending') execute function orientation_answered();

-- Cancelled in the end: there is nobody to call any more, unless another one of its line stands, refused or without
-- an answer for ten minutes.
create or replace function orientation_cancelled_at_last() returns trigger language plpgsql as $$
begin
  update orientation o set not_cancelled_acknowledged_at = sas_now()
  where o.not_cancelled_at is not null and o.not_cancelled_acknowledged_at is null
    and o.appointment_id in (select appointments_since(new.id))
    and not exists (select from appointment a where a.id in (select appointments_until(o.appointment_id))
      and a.status <> 'cancelled' and (a.cancellation = 'refused'
        or a.cancellation = 'asked' and a.cancel_asked_at <= sas_now() - interval '10 minutes'));
  return null;
end $$;
