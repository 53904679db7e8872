-- What dispatch software is told of appointments, by the Hub Santé (INT_L02).

-- The dispatch software that a territory's desk works with.
create table territory_dispatch (
  territory_id text primary key references territory (id),
  hub_recipient text not null,
  -- Who is named where nobody with an account and an address stands behind a booking.
  desk jsonb not null,
  changed_at timestamptz not null default sas_now()
);

-- One message about one change of an appointment.
create table transmission (
  -- Ends the message's distributionID: sent again, it is the same message.
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  appointment_id uuid not null references appointment (id) on delete cascade,
  recipient text not null,
  method text not null check (method in ('CreateAppointment', 'UpdateAppointment')),
  -- The appointment at this moment: its state, its times, where. Names are looked up when it is sent.
  told jsonb not null,
  state text not null default 'queued'
    check (state in ('queued', 'sent', 'accepted', 'acknowledged', 'refused', 'expired')),
  state_at timestamptz not null default sas_now(),
  -- What the message says of when it was sent.
  sent_at timestamptz,
  step text,
  code integer,
  rule text,
  without text[] not null default '{}',
  created_at timestamptz not null default sas_now()
);
create index transmission_appointment on transmission (appointment_id, number desc);
create index transmission_created on transmission (created_at);
create index transmission_waiting on transmission (created_at) where state in ('queued', 'sent');

-- Answers that came, each once.
create table hub_received (
  distribution_id text primary key,
  received_at timestamptz not null default sas_now()
);
create index hub_received_at on hub_received (received_at);

-- Who booked, where that is a person with an account; of an editor's appointment the regulator that it names.
create function hub_person_of(a appointment) returns uuid language sql stable as $$
  select case
    when a.booked_by ~ '^account:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then (select id from account where id = substr(a.booked_by, 9)::uuid)
    when a.role <> 'editor' then null
    when a.regulator_kind = 'national' then (select id from account where national_id = a.regulator_id)
    when a.regulator_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then (select id from account where id = a.regulator_id::uuid)
  end
$$;

-- Whose dispatch software is told: that of the desk which booked, wherever the place is. A program has
-- no account: the place decides. Nobody's where the public or a practice booked.
create function hub_recipient_of(a appointment) returns text language plpgsql stable as $$
declare
  desk_roles constant text[] := '{unscheduled-care-operator,regulator,emergency-regulator,call-taker,triage-nurse,dispatch-software}';
  place constant text := (select l.territory_id from schedule s join location l on l.id = s.location_id
    where s.id = a.schedule_id);
  person constant uuid := hub_person_of(a);
begin
  if person is null then
    if a.role <> all(desk_roles) then return null; end if;
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

-- Writes the message about an appointment as it stands. @returns its id; null where there is nobody to tell.
create function hub_transmit(a appointment) returns uuid language plpgsql as $$
declare
  former text := (select t.recipient from transmission t where t.appointment_id = a.id
    order by t.number desc limit 1);
  -- A desk that has lost its account still owes what becomes of its appointment.
  recipient text := coalesce(hub_recipient_of(a),
    (select d.hub_recipient from territory_dispatch d where d.hub_recipient = former limit 1));
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

-- By the database itself, in the transaction of the change: no code can forget it.
create function hub_appointment_changed() returns trigger language plpgsql as $$
begin
  if new.role = 'public' then return null; end if;
  if not exists (select from territory_dispatch) then return null; end if;
  -- What nobody was told of begins with its booking; a site of SOS Médecins with the request.
  if new.status = 'cancelled' or (new.status = 'pending' and not new.association) then
    if not exists (select from transmission where appointment_id = new.id) then return null; end if;
  end if;
  perform hub_transmit(new);
  return null;
end $$;
create trigger hub_appointment_inserted after insert on appointment
  for each row execute function hub_appointment_changed();
-- An agenda or an account that goes away changes nothing of what was booked.
create trigger hub_appointment_updated after update of status, starts_at, ends_at, schedule_id,
    practitioner_national_id, category, regulator_id on appointment
  for each row when (
    (new.status, new.starts_at, new.ends_at, coalesce(new.schedule_id, old.schedule_id),
      new.practitioner_national_id, new.category, coalesce(new.regulator_id, old.regulator_id))
    is distinct from (old.status, old.starts_at, old.ends_at, old.schedule_id,
      old.practitioner_national_id, old.category, old.regulator_id))
  execute function hub_appointment_changed();
