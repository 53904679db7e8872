-- Weekly rules every other week, without some days, without public holidays.
alter table rule
  add column interval_weeks integer not null default 1 check (interval_weeks in (1, 2)),
  add column except_dates date[] not null default '{}',
  add column skip_holidays boolean not null default false;
