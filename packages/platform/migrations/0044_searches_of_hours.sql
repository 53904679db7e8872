-- How many searches there were of the places of a territory, and how many found no free slot. Nothing of who
-- searched, nor of where in the territory.
create table search_hour (
  territory_id text not null references territory (id) on delete cascade,
  hour timestamptz not null,
  audience text not null check (audience in ('professional', 'public')),
  searches integer not null,
  empty integer not null,
  primary key (territory_id, hour, audience)
);
create index search_hour_by_age on search_hour (hour);
