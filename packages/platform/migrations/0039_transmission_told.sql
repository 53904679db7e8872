-- How far a message to dispatch software is, is told with the orientation that it is about.
create function transmission_told() returns trigger language plpgsql as $$
begin
  perform pg_notify('sas_orientation', o.id::text) from orientation o
  where o.appointment_id = new.appointment_id;
  return null;
end $$;
create trigger transmission_told after update of state, step on transmission
  for each row when ((new.state, new.step) is distinct from (old.state, old.step))
  execute function transmission_told();
