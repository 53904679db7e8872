-- What editors answered, the latest word of each about each of those it serves.
create table vendor_answer (
  editor_id text not null references editor (id) on delete cascade,
  kind text not null check (kind in ('practitioner', 'structure')),
  national_id text not null,
  state text not null check (state in ('complete', 'timeout', 'failed', 'circuit-open', 'refused')),
  -- What was asked, and when the answer came.
  window_from timestamptz not null,
  window_to timestamptz not null check (window_to > window_from),
  answered_at timestamptz not null default sas_now(),
  -- Of the slots that it held: the same answer again changes nothing else.
  digest text,
  primary key (editor_id, kind, national_id)
);

-- The slots of complete answers, each on the agenda (`schedule`) whose card shows it.
create table vendor_slot (
  -- Hash of editor, practitioner or site, location, start and end: the same slot has the same id again.
  id uuid primary key,
  editor_id text not null references editor (id) on delete cascade,
  -- Whose answer it came with.
  kind text not null check (kind in ('practitioner', 'structure')),
  national_id text not null,
  schedule_id uuid not null references schedule (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  modalities text[] not null,
  visibility text[] not null,
  booking text not null,
  communities text[] not null default '{}',
  reasons text[] not null default '{}',
  public_display boolean not null default false,
  booking_url text,
  -- Whether the latest complete answer held it. Kept until it starts: who opens it is told that it is gone.
  offered boolean not null default true
);
create index vendor_slot_agenda on vendor_slot (schedule_id, starts_at) where offered;
create index vendor_slot_answer on vendor_slot (editor_id, kind, national_id);
create index vendor_slot_start on vendor_slot (starts_at);
