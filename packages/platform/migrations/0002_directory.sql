-- Territories, structures, practitioners and the places where care is given.
create table territory (
  id text primary key,
  name text not null,
  time_zone text not null,
  public_booking boolean not null default false,
  contact_fields text[] not null default '{name,phone}',
  controller text,
  data_protection_contact text,
  retention_hours integer not null default 24 check (retention_hours > 0),
  document jsonb not null,
  -- Whoever collects contact data must say who is responsible and whom to ask.
  constraint territory_public_booking_is_accountable
    check (not public_booking or (controller is not null and data_protection_contact is not null))
);

create table structure (
  id uuid primary key default gen_random_uuid(),
  national_id text unique,
  kind text not null,
  name text not null
);
create unique index structure_without_national_id on structure (kind, name) where national_id is null;

create table practitioner (
  id uuid primary key default gen_random_uuid(),
  national_id text not null unique,
  family text not null,
  given text,
  specialties text[] not null,
  redirection_scheme boolean not null default false
);

create table location (
  id uuid primary key default gen_random_uuid(),
  name text,
  line text not null,
  postcode text not null,
  city text not null,
  insee text not null,
  lat double precision not null check (lat between -90 and 90),
  lon double precision not null check (lon between -180 and 180),
  time_zone text not null,
  phone text,
  territory_id text references territory (id),
  unique (insee, line, lat, lon)
);
