-- Private iCalendar feeds of agendas, one per agenda.
create table agenda_feed (
  schedule_id uuid primary key references schedule (id) on delete cascade,
  -- SHA-256 of the token in its address.
  token_hash text not null unique,
  -- Who made it, where it has an account: the feed ends with it.
  account_id uuid references account (id) on delete cascade,
  created_at timestamptz not null,
  last_read date
);

-- What professionals and structures say of their part in the SAS, by national id.
create table practitioner_participation (
  national_id text primary key,
  participates boolean not null,
  via text check (via in ('individual', 'cpts', 'msp', 'sos-medecins')),
  structure text,
  community_locations uuid[] not null default '{}',
  has_software boolean,
  software text[] not null default '{}',
  refuses_vendor_slots boolean not null,
  declares_hours boolean not null,
  redirection_scheme boolean not null,
  version integer not null default 1,
  changed_at timestamptz not null
);

create table structure_participation (
  structure_id uuid primary key references structure (id) on delete cascade,
  participates boolean not null,
  declares_hours boolean not null,
  practitioner_count integer check (practitioner_count > 0),
  version integer not null default 1,
  changed_at timestamptz not null
);
