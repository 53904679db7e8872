-- Schedules, weekly rules, slots, absences.
create extension if not exists btree_gist;

create table schedule (
  id uuid primary key default gen_random_uuid(),
  publisher text not null,
  ref text,
  practitioner_id uuid references practitioner (id),
  structure_id uuid references structure (id),
  location_id uuid not null references location (id),
  editor text,
  public_display boolean not null default false,
  overbooking boolean not null default false,
  participates boolean not null default false,
  -- Copies of the practitioner's specialties and the location's coordinates: one index answers a search.
  specialties text[] not null,
  position point not null,
  materialised_until date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (practitioner_id is not null or structure_id is not null)
);
create unique index schedule_of_practitioner on schedule (practitioner_id, location_id)
  where practitioner_id is not null;
create unique index schedule_of_site on schedule (structure_id, location_id)
  where practitioner_id is null;
create unique index schedule_ref on schedule (publisher, ref) where ref is not null;
-- Built-in GiST on a point: it survives dump and restore, which earthdistance's expression index does not.
create index schedule_position on schedule using gist (position);
create index schedule_structure on schedule (structure_id) where structure_id is not null;

create table rule (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null references schedule (id),
  days text[] not null,
  start_time time not null,
  end_time time not null,
  slot_minutes integer not null check (slot_minutes between 5 and 720),
  valid_from date not null,
  valid_until date,
  modalities text[] not null,
  visibility text[] not null,
  booking text not null,
  capacity integer not null check (capacity > 0),
  communities text[] not null default '{}',
  public_display boolean not null,
  ended boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check (end_time > start_time)
);
create index rule_schedule on rule (schedule_id) where not ended;

create table absence (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null references schedule (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  version integer not null default 1
);
create index absence_schedule on absence (schedule_id, ends_at);

create table slot (
  id uuid primary key default gen_random_uuid(),
  schedule_id uuid not null references schedule (id),
  origin text not null check (origin in ('rule', 'one-off', 'push')),
  -- An occurrence of a rule is (rule, local date, local start): its id outlives edits of the rule.
  rule_id uuid references rule (id),
  rule_date date,
  rule_start time,
  -- A pushed slot is known by its publisher's own reference.
  ref text,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  modalities text[] not null,
  visibility text[] not null,
  booking text not null,
  communities text[] not null default '{}',
  public_display boolean not null default false,
  capacity integer not null check (capacity > 0),
  booked integer not null default 0,
  state text not null default 'live' check (state in ('live', 'withdrawn')),
  withdrawn_by text check (withdrawn_by in ('absence', 'rule', 'push', 'owner')),
  version integer not null default 1,
  constraint slot_never_overbooked check (booked between 0 and capacity),
  constraint slot_withdrawn_has_reason check ((state = 'withdrawn') = (withdrawn_by is not null)),
  -- One practitioner is in one room: offered or booked slots of one schedule never overlap.
  constraint slot_no_overlap exclude using gist (schedule_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state = 'live' or booked > 0)
);
create unique index slot_occurrence on slot (rule_id, rule_date, rule_start) where rule_id is not null;
create unique index slot_ref on slot (schedule_id, ref) where ref is not null;
create index slot_agenda on slot (schedule_id, starts_at);
create index slot_offer on slot (schedule_id, starts_at) where state = 'live' and booked < capacity;
