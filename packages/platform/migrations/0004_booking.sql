-- Which secret seals contacts and makes capabilities here: its fingerprint, never the secret.
create table secret (
  singleton boolean primary key default true check (singleton),
  fingerprint text not null
);

-- Holds, appointments, the contact of a public booking, and the limits of public callers.
create table hold (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the capability that its owner keeps.
  capability_hash text not null unique,
  slot_id uuid not null references slot (id),
  caller text not null,
  address_hash text,
  state text not null default 'live' check (state in ('live', 'released', 'used')),
  extensions integer not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index hold_live on hold (slot_id, expires_at) where state = 'live';
create index hold_address on hold (address_hash, expires_at) where state = 'live' and address_hash is not null;

create table appointment (
  id uuid primary key default gen_random_uuid(),
  reference text not null,
  schedule_id uuid not null references schedule (id),
  slot_id uuid not null references slot (id),
  -- The times that were booked: a slot may get others once it is free again.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null check (status in ('pending', 'booked', 'fulfilled', 'noshow', 'cancelled')),
  booked_by text not null,
  role text not null,
  manage_token_hash text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index appointment_slot on appointment (slot_id);
create index appointment_start on appointment (starts_at, id);
create index appointment_schedule on appointment (schedule_id, starts_at, id);
create index appointment_booked_by on appointment (booked_by, starts_at, id);
create index appointment_reference on appointment (schedule_id, reference);

-- Contact of a public booking, sealed with AES-256-GCM, apart from everything else and erased on time.
create table contact (
  appointment_id uuid primary key references appointment (id),
  sealed bytea not null,
  erase_after timestamptz not null
);
create index contact_erase_after on contact (erase_after);

create table public_booking_count (
  address_hash text not null,
  day date not null,
  bookings integer not null,
  primary key (address_hash, day)
);
