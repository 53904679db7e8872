-- What the slots of a day came to that are erased: figures of months that are over need them.
create table slot_day (
  schedule_id uuid not null references schedule (id) on delete cascade,
  -- Civil, of the place.
  day date not null,
  published integer not null,
  used integer not null,
  minutes integer not null,
  primary key (schedule_id, day)
);
create index slot_day_by_age on slot_day (day);

-- Places that a slot offered: one that was withdrawn, those that were taken before.
create function slot_places(slot slot) returns integer language sql immutable as $$
  select case slot.state when 'live' then slot.capacity else slot.booked end
$$;

create function slot_erased() returns trigger language plpgsql as $$
begin
  insert into slot_day as d (schedule_id, day, published, used, minutes)
  select g.schedule_id, (g.starts_at at time zone l.time_zone)::date, sum(slot_places(g)), sum(g.booked),
    sum(slot_places(g) * extract(epoch from g.ends_at - g.starts_at) / 60)
  from gone g join schedule sch on sch.id = g.schedule_id join location l on l.id = sch.location_id
  where g.starts_at < sas_now() group by 1, 2 having sum(slot_places(g)) > 0
  on conflict (schedule_id, day) do update set published = d.published + excluded.published,
    used = d.used + excluded.used, minutes = d.minutes + excluded.minutes;
  return null;
end $$;
create trigger slot_erased after delete on slot referencing old table as gone
  for each statement execute function slot_erased();
