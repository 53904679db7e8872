-- Orientations, telephone calls to practices, protocols. Nobody's identity, no clinical data.

-- A version of a protocol. Once somebody has signed it, it does not change any more.
create table protocol (
  id uuid primary key default gen_random_uuid(),
  -- The first version of it.
  family uuid not null,
  version integer not null check (version > 0),
  territory_id text not null references territory (id),
  purpose text not null check (purpose in ('regulation', 'redirection')),
  title text not null,
  outcomes text[] not null,
  roles text[] not null,
  body text not null,
  source text not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  supersedes uuid references protocol (id),
  created_by text not null,
  created_at timestamptz not null,
  unique (family, version)
);
create index protocol_territory on protocol (territory_id, created_at desc, id);

-- Both holders, two different accounts.
create table protocol_signature (
  protocol_id uuid not null references protocol (id) on delete cascade,
  holder text not null check (holder in ('hospital', 'ambulatory')),
  holder_name text not null,
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (protocol_id, holder),
  constraint protocol_signed_by_two unique (protocol_id, signed_by)
);

create function protocol_stays() returns trigger language plpgsql as $$
begin
  if exists (select from protocol_signature where protocol_id = old.id) then
    raise exception 'a signed protocol does not change' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger protocol_stays before update or delete on protocol
  for each row execute function protocol_stays();

create table practice_call (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid references schedule (id) on delete set null,
  structure_id uuid references structure (id),
  practitioner_id uuid references practitioner (id),
  territory_id text references territory (id),
  time_zone text not null,
  purpose text not null check (purpose in ('own-doctor', 'overbooking', 'sos', 'structure')),
  result text not null check (result in ('accepted', 'refused', 'unreachable')),
  case_ref text,
  called_by text not null,
  role text not null,
  created_at timestamptz not null
);
create index practice_call_called_by on practice_call (called_by);
create index practice_call_created on practice_call (created_at);

-- An overbooked appointment stands beside the slots of an agenda.
alter table appointment add column overbooked boolean not null default false,
  drop constraint appointment_of_editor,
  add constraint appointment_of_editor
    check (editor is not null or (schedule_id is not null and (slot_id is not null or overbooked)));

create table orientation (
  id uuid primary key default gen_random_uuid(),
  outcome text not null check (outcome in ('advice', 'unscheduled-consultation', 'emergency-department',
    'ambulance', 'smur', 'other-prehospital-team')),
  form text check (form in ('home-visit', 'teleconsultation', 'phone-prescription')),
  category text check (category in ('PS', 'PDM', 'SOS', 'CPTS', 'MSP', 'CDS')),
  decision text not null check (decision in ('own', 'orientation', 'dispatch-case', 'protocol')),
  decided_role text check (decided_role in ('regulator', 'emergency-regulator')),
  decided_at timestamptz,
  -- The orientation that this one carries out.
  executes uuid references orientation (id) on delete set null,
  protocol_id uuid references protocol (id),
  assessed_by text,
  made_by text not null,
  role text not null,
  case_ref text,
  insee text not null,
  place_label text not null,
  -- Of the place, whoever made it.
  territory_id text references territory (id),
  time_zone text not null,
  appointment_id uuid references appointment (id) on delete set null,
  -- When its appointment began as it was made: another start is a move.
  appointment_start timestamptz,
  structure_id uuid references structure (id),
  call_id uuid references practice_call (id) on delete set null,
  triggered_at timestamptz,
  own_doctor text check (own_doctor in ('none', 'known')),
  own_doctor_call text check (own_doctor_call in ('accepted', 'refused', 'unreachable')),
  instructions_given boolean,
  within_hours integer,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  attention text check (attention in ('cancelled', 'moved', 'absence')),
  attention_at timestamptz,
  acknowledged_at timestamptz,
  check (decision <> 'protocol' or protocol_id is not null),
  check ((attention is null) = (attention_at is null)),
  -- What is sent out is sent by the dispatch program: here is said when.
  check ((outcome in ('ambulance', 'smur', 'other-prehospital-team')) = (triggered_at is not null)),
  check (triggered_at is null or case_ref is not null)
);
create unique index orientation_appointment on orientation (appointment_id)
  where appointment_id is not null and withdrawn_at is null;
create unique index orientation_call on orientation (call_id) where call_id is not null and withdrawn_at is null;
create index orientation_executes on orientation (executes) where executes is not null;
create index orientation_any_appointment on orientation (appointment_id) where appointment_id is not null;
create index orientation_territory on orientation (territory_id, created_at desc, id);
create index orientation_made_by on orientation (made_by, created_at desc, id);
create index orientation_case on orientation (case_ref) where case_ref is not null;
create index orientation_created on orientation (created_at);
create index orientation_structure on orientation (structure_id) where structure_id is not null;
