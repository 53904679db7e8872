-- How connected vendors stand, of all processes, and who of those they serve was learnt.
create table editor_health (
  editor_id text primary key references editor (id) on delete cascade,
  state text not null check (state in ('working', 'unsteady', 'failing', 'unknown', 'disabled')),
  since timestamptz not null,
  -- Of the process that asked last.
  circuit text not null default 'closed' check (circuit in ('closed', 'half-open', 'open')),
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_reason text
);

-- What came of the questions of one minute; kept for a day.
create table editor_minute (
  editor_id text not null references editor (id) on delete cascade,
  minute timestamptz not null,
  complete integer not null,
  timeout integer not null,
  failed integer not null,
  refused integer not null,
  circuit_open integer not null,
  -- How many answers took how long: one number for each of the steps of aggregation/latency.ts.
  ms_counts integer[] not null,
  -- Rule of the guide -> how often it was broken.
  findings jsonb not null default '{}',
  primary key (editor_id, minute)
);

-- Said by an administrator, or else learnt from an answer and forgotten without another one.
alter table editor_serves add column declared boolean not null default true;
