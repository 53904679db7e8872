-- What came of the questions to vendors in a day of Europe/Paris, added up from `editor_minute`, which is
-- kept for two days. The steps of `ms_counts` add up as those of minutes do.
create table editor_day (
  editor_id text not null references editor (id) on delete cascade,
  day date not null,
  complete integer not null,
  timeout integer not null,
  failed integer not null,
  refused integer not null,
  circuit_open integer not null,
  ms_counts integer[] not null,
  primary key (editor_id, day)
);
create index editor_day_by_age on editor_day (day);
