-- What telephone systems tell of calls: no number, nobody's name. The figures are computed from it.
create table call_event (
  territory_id text not null references territory (id) on delete cascade,
  -- Given by the sender, unique in the territory.
  id text not null,
  call_id text not null,
  kind text not null check (kind in ('presented', 'ring', 'answered', 'abandoned', 'transferred')),
  queue text check (queue in ('amu', 'snp')),
  at timestamptz not null,
  primary key (territory_id, id)
);
create index call_event_by_call on call_event (territory_id, call_id);
create index call_event_by_time on call_event (territory_id, at);
create index call_event_by_age on call_event (at);
