-- The database's clock is the clock of every rule on time: holds, windows, retention.
-- `clock.shift` moves it in tests and demonstrations; production leaves it at zero.
create table clock (
  singleton boolean primary key default true check (singleton),
  shift interval not null default '0'
);
insert into clock default values;

create function sas_now() returns timestamptz
language sql stable
as $$ select statement_timestamp() + (select shift from clock) $$;
