-- In one order: processes that erase slots of the same days wait for each other, never both.
create or replace function slot_erased() returns trigger language plpgsql as $$
begin
  insert into slot_day as d (schedule_id, day, published, used, minutes)
  select g.schedule_id, (g.starts_at at time zone l.time_zone)::date, sum(slot_places(g)), sum(g.booked),
    sum(slot_places(g) * extract(epoch from g.ends_at - g.starts_at) / 60)
  from gone g join schedule sch on sch.id = g.schedule_id join location l on l.id = sch.location_id
  where g.starts_at < sas_now() group by 1, 2 having sum(slot_places(g)) > 0 order by 1, 2
  on conflict (schedule_id, day) do update set published = d.published + excluded.published,
    used = d.used + excluded.used, minutes = d.minutes + excluded.minutes;
  return null;
end $$;
