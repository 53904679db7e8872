-- An appointment that was booked first and linked to an orientation after is of that orientation's desk.

create function hub_tell(a appointment, recipient text, method text, status text) returns uuid language plpgsql as $$
declare
  made uuid;
begin
  insert into transmission (appointment_id, recipient, method, told) values (a.id, recipient, method,
    jsonb_build_object('status', status, 'startsAt', a.starts_at, 'endsAt', a.ends_at,
      'schedule', a.schedule_id, 'practitioner', a.practitioner_national_id, 'category', a.category))
    returning id into made;
  insert into outbox (kind, lane, subject, payload)
    values ('hub', recipient, a.id::text, jsonb_build_object('transmission', made));
  return made;
end $$;

create or replace function hub_transmit(a appointment) returns uuid language plpgsql as $$
declare
  former text := (select t.recipient from transmission t where t.appointment_id = a.id
    order by t.number desc limit 1);
  recipient text := coalesce((select d.hub_recipient from territory_dispatch d where d.hub_recipient = former limit 1),
    hub_recipient_of(a));
begin
  if recipient is null then return null; end if;
  return hub_tell(a, recipient,
    case when former is null then 'CreateAppointment' else 'UpdateAppointment' end, a.status);
end $$;

-- The desk of a standing appointment is another: to the former one it is cancelled, to the right one it is new.
-- Where the right one has no dispatch software, whoever was told goes on being told.
create function hub_transfer(a appointment) returns void language plpgsql as $$
declare
  former text := (select t.recipient from transmission t where t.appointment_id = a.id
    order by t.number desc limit 1);
  rightful text := hub_recipient_of(a);
begin
  if a.role = 'public' or rightful is null or rightful is not distinct from former then return; end if;
  -- What nobody was told of begins with its booking (0036).
  if former is null and a.status = 'pending' and not a.association then return; end if;
  if exists (select from territory_dispatch d where d.hub_recipient = former) then
    perform hub_tell(a, former, 'UpdateAppointment', 'cancelled');
  end if;
  perform hub_tell(a, rightful, 'CreateAppointment', a.status);
end $$;
