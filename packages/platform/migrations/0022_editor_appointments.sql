-- Appointments that stand in an editor's agenda: those that it tells of (INT_R03), and those for which
-- somebody has left for its page. They take no slot of the platform's, and nobody's identity.
alter table appointment
  alter column slot_id drop not null,
  alter column schedule_id drop not null,
  add column editor text,
  -- Hash of the editor's slot that was opened, or that stands at this time; the slot itself goes away.
  add column vendor_slot_id uuid,
  add column booking_url text,
  -- The editor's own name of it: nobody but the editor changes it from then on.
  add column identifier_system text,
  add column identifier_value text,
  -- As in `practitioner.national_id`; null for a site of an association.
  add column practitioner_national_id text,
  -- Who took it, as INT_R02 gave the account out: nothing but the identifier.
  add column regulator_kind text check (regulator_kind in ('national', 'technical')),
  add column regulator_id text,
  add column category text check (category in ('PS', 'PDM', 'SOS', 'CPTS', 'MSP', 'CDS')),
  -- In the profile of SOS Médecins.
  add column association boolean not null default false,
  add column orientation_id uuid,
  -- Of the message that counts: when the editor wrote it, and a hash that settles a draw.
  add column written_at timestamptz,
  add column digest text,
  -- Of a departure: when it is to be known by.
  add column overdue_at timestamptz,
  add constraint appointment_of_editor
    check (editor is not null or (slot_id is not null and schedule_id is not null)),
  add constraint appointment_identifier_whole
    check ((identifier_system is null) = (identifier_value is null));

-- An agenda that was learnt from an editor may go away; what was booked there stays.
alter table appointment drop constraint appointment_schedule_id_fkey,
  add constraint appointment_schedule_id_fkey
    foreign key (schedule_id) references schedule (id) on delete set null;

create unique index appointment_identifier on appointment (editor, identifier_system, identifier_value)
  where identifier_value is not null;
create index appointment_departure on appointment (editor, starts_at)
  where editor is not null and identifier_value is null;
create index appointment_overdue on appointment (overdue_at) where status = 'pending';
create index appointment_regulator on appointment (regulator_id, starts_at, id)
  where regulator_id is not null;

-- How often an editor's messages broke a rule, by the rule's code: what it sent is not kept.
create table appointment_finding (
  editor text not null,
  rule text not null,
  count bigint not null,
  last_at timestamptz not null,
  primary key (editor, rule)
);

-- An editor's appointment moves by its times: it has no slot.
create or replace function webhook_appointment_changed() returns trigger language plpgsql as $$
declare
  change text := case
    when tg_op = 'INSERT' then new.status
    when new.status <> old.status then new.status
    when new.slot_id is distinct from old.slot_id then 'rescheduled'
    when new.slot_id is null and (new.starts_at, new.ends_at) <> (old.starts_at, old.ends_at)
      then 'rescheduled' end;
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
