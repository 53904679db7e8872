-- Whatever changes the answer of a search tells its agenda's id on the channel `sas_agenda`, once per
-- transaction and agenda. Ids only: whoever listens reads again, as whom it reads for.
-- A hold that runs out changes no row: listeners keep that time themselves.

create function tell_agendas(agendas uuid[]) returns void
language sql
as $$ select pg_notify('sas_agenda', id::text) from (select distinct unnest(agendas) as id) each where id is not null $$;

create function slot_inserted() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(select schedule_id from after_rows));
  return null;
end $$;
create trigger slot_inserted after insert on slot
  referencing new table as after_rows for each statement execute function slot_inserted();

create function slot_updated() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select a.schedule_id from after_rows a join before_rows b using (id) where a.* is distinct from b.*));
  return null;
end $$;
create trigger slot_updated after update on slot
  referencing old table as before_rows new table as after_rows
  for each statement execute function slot_updated();

-- Slots that are over are purged in their thousands: no search answered them.
create function slot_deleted() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(select schedule_id from before_rows where ends_at > sas_now()));
  return null;
end $$;
create trigger slot_deleted after delete on slot
  referencing old table as before_rows for each statement execute function slot_deleted();

create function hold_changed() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(select s.schedule_id from after_rows a join slot s on s.id = a.slot_id));
  return null;
end $$;
create trigger hold_inserted after insert on hold
  referencing new table as after_rows for each statement execute function hold_changed();
create trigger hold_updated after update on hold
  referencing new table as after_rows for each statement execute function hold_changed();

-- An agenda with a rule is connected, whether or not it has a slot in the window.
create function rule_changed() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(select schedule_id from after_rows));
  return null;
end $$;
create trigger rule_inserted after insert on rule
  referencing new table as after_rows for each statement execute function rule_changed();
create trigger rule_updated after update on rule
  referencing new table as after_rows for each statement execute function rule_changed();

create function schedule_inserted() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(select id from after_rows));
  return null;
end $$;
create trigger schedule_inserted after insert on schedule
  referencing new table as after_rows for each statement execute function schedule_inserted();

-- How far its rules are made into slots concerns no search.
create function schedule_updated() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select a.id from after_rows a join before_rows b using (id)
    where (to_jsonb(a) - '{materialised_until,version}'::text[])
      is distinct from (to_jsonb(b) - '{materialised_until,version}'::text[])));
  return null;
end $$;
create trigger schedule_updated after update on schedule
  referencing old table as before_rows new table as after_rows
  for each statement execute function schedule_updated();

create function schedule_deleted() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(select id from before_rows));
  return null;
end $$;
create trigger schedule_deleted after delete on schedule
  referencing old table as before_rows for each statement execute function schedule_deleted();

create function practitioner_updated() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select sch.id from after_rows a join before_rows b using (id)
    join schedule sch on sch.practitioner_id = a.id where a.* is distinct from b.*));
  return null;
end $$;
create trigger practitioner_updated after update on practitioner
  referencing old table as before_rows new table as after_rows
  for each statement execute function practitioner_updated();

create function structure_updated() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select sch.id from after_rows a join before_rows b using (id)
    join schedule sch on sch.structure_id = a.id where a.* is distinct from b.*));
  return null;
end $$;
create trigger structure_updated after update on structure
  referencing old table as before_rows new table as after_rows
  for each statement execute function structure_updated();

create index schedule_location on schedule (location_id);
create function location_updated() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select sch.id from after_rows a join before_rows b using (id)
    join schedule sch on sch.location_id = a.id where a.* is distinct from b.*));
  return null;
end $$;
create trigger location_updated after update on location
  referencing old table as before_rows new table as after_rows
  for each statement execute function location_updated();

-- Tests and demonstrations move the clock, and with it what has begun and what is held.
create function clock_moved() returns trigger language plpgsql as $$
begin
  perform pg_notify('sas_clock', '');
  return null;
end $$;
create trigger clock_moved after update on clock for each statement execute function clock_moved();
