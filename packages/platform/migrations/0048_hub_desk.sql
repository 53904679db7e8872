-- Whose dispatch software is told of an appointment: that of the desk which booked, told by whoever books. An
-- orientation is of the territory of its place; a program works for the territories of its registration.
alter table appointment add column desk_territory_id text;

create or replace function hub_recipient_of(a appointment) returns text language plpgsql stable as $$
declare
  desk_roles constant text[] := '{unscheduled-care-operator,regulator,emergency-regulator,call-taker,triage-nurse,dispatch-software}';
  place constant text := (select l.territory_id from schedule s join location l on l.id = s.location_id
    where s.id = a.schedule_id);
  person constant uuid := hub_person_of(a);
begin
  if person is null and a.role <> all(desk_roles) then return null; end if;
  if a.desk_territory_id is not null then
    return (select d.hub_recipient from territory_dispatch d where d.territory_id = a.desk_territory_id);
  end if;
  if person is null then
    return (select d.hub_recipient from territory_dispatch d where d.territory_id = place);
  end if;
  -- A doctor who regulates and books in an agenda of his own does so as a practice.
  if a.role = 'practitioner' and exists (select from schedule s
      join practitioner p on p.id = s.practitioner_id join account r on r.national_id = p.national_id
      where s.id = a.schedule_id and r.id = person) then
    return null;
  end if;
  return (select d.hub_recipient from account_role r
    join territory_dispatch d on d.territory_id = coalesce(r.territory_id, place)
    where r.account_id = person and r.role = any(desk_roles)
    order by d.territory_id = place desc, d.territory_id limit 1);
end $$;

-- Whoever was told of an appointment is told what becomes of it, wherever it moves, as long as some territory
-- still works with that dispatch software.
create or replace function hub_transmit(a appointment) returns uuid language plpgsql as $$
declare
  former text := (select t.recipient from transmission t where t.appointment_id = a.id
    order by t.number desc limit 1);
  recipient text := coalesce((select d.hub_recipient from territory_dispatch d where d.hub_recipient = former limit 1),
    hub_recipient_of(a));
  made uuid;
begin
  if recipient is null then return null; end if;
  insert into transmission (appointment_id, recipient, method, told) values (a.id, recipient,
    case when former is null then 'CreateAppointment' else 'UpdateAppointment' end,
    jsonb_build_object('status', a.status, 'startsAt', a.starts_at, 'endsAt', a.ends_at,
      'schedule', a.schedule_id, 'practitioner', a.practitioner_national_id, 'category', a.category))
    returning id into made;
  insert into outbox (kind, lane, subject, payload)
    values ('hub', recipient, a.id::text, jsonb_build_object('transmission', made));
  return made;
end $$;
