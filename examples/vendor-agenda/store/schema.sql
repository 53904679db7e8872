-- The practice program's own tables. Lists and small records are JSON; switches are 0 or 1.
create table if not exists practitioner (
  id text primary key,
  -- How SAS asks for them; null where what was typed is no identifier.
  sas_id text,
  national_id text not null,
  family text not null,
  given text not null,
  phone text not null,
  specialties text not null,
  consent integer not null,
  public_display integer not null
) strict;
create index if not exists practitioner_sas_id on practitioner (sas_id);

create table if not exists association (
  id text primary key,
  sas_siret text,
  siret text not null,
  name text not null
) strict;
create index if not exists association_sas_siret on association (sas_siret);

-- Where people consult: a practice, or a site of an association.
create table if not exists place (
  id text not null,
  -- '' for a practice.
  association text not null,
  name text not null,
  structure text not null,
  line text not null,
  postal_code text not null,
  city text not null,
  phone text not null,
  lat real,
  lon real,
  time_zone text not null,
  opening_hours text not null,
  primary key (association, id)
) strict;

create table if not exists community (
  id text primary key,
  finess text not null,
  name text not null,
  phone text not null
) strict;

create table if not exists slot (
  id text primary key,
  practitioner text not null,
  place text not null,
  site text not null,
  -- Milliseconds since 1970.
  starts_at integer not null,
  minutes integer not null,
  busy integer not null,
  walk_in integer not null,
  visibility text not null,
  modalities text not null,
  reasons text not null,
  specialties text not null,
  communities text not null,
  url text not null,
  consent integer not null,
  audience text not null check (audience in ('everyone', 'own-patients', 'structure')),
  public_display integer not null,
  capacity integer not null
) strict;
create index if not exists slot_practitioner on slot (practitioner, starts_at);
create index if not exists slot_site on slot (site, starts_at);

-- No patient here: the reference, written into the patient's record, is the only link.
create table if not exists booking (
  id text primary key,
  slot text not null references slot (id),
  reference text not null,
  -- Account of the regulator who took it; '' for the secretary.
  regulator text not null,
  taken_at integer not null,
  cancelled_at integer
) strict;
create index if not exists booking_slot on booking (slot) where cancelled_at is null;
create unique index if not exists booking_reference on booking (reference) where cancelled_at is null;

create table if not exists regulator (
  id text primary key,
  kind text,
  value text,
  active integer not null,
  family text not null,
  given text not null,
  email text not null
) strict;
create unique index if not exists active_regulator on regulator (kind, value)
  where active and value is not null;

create table if not exists loaded_file (
  digest text primary key,
  loaded_at integer not null
) strict;
