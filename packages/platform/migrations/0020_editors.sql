-- Connected vendors, and whom each of them answers for.
create table editor (
  -- The name that its slots, its machine client and `schedule.editor` carry.
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,63}$'),
  name text not null,
  -- Base of its FHIR interface, without a slash at the end.
  endpoint text not null,
  flows text[] not null default '{ps}' check (flows <> '{}' and flows <@ '{ps,cpts,sos}'),
  environment text not null default 'production' check (environment in ('test', 'production')),
  -- Name of a client certificate of the settings that it is shown; never the key itself.
  certificate text,
  -- What the certificate says that it shows to us.
  expected_cn text,
  expected_ou text,
  deadline_ms integer not null default 7000 check (deadline_ms between 100 and 30000),
  concurrency integer not null default 4 check (concurrency between 1 and 64),
  sends_appointments boolean not null default false,
  takes_regulators boolean not null default false,
  books_in_one_step boolean not null default false,
  enabled boolean not null default true,
  notes text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default sas_now()
);

-- Learnt and refreshed: what an editor no longer answers for goes away again.
create table editor_serves (
  editor_id text not null references editor (id) on delete cascade,
  kind text not null check (kind in ('practitioner', 'structure')),
  -- As in `practitioner.national_id` and `structure.national_id`.
  national_id text not null,
  learnt_at timestamptz not null default sas_now(),
  refreshed_at timestamptz not null default sas_now(),
  primary key (editor_id, kind, national_id)
);
create index editor_serves_whom on editor_serves (kind, national_id);
