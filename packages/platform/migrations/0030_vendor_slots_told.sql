-- Which agendas changed is told by themselves: an update touches changed slots only. Comparing the rows
-- before with those after took a minute for ten thousand slots, and every other vendor's answer waited.
create or replace function vendor_slot_updated() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select schedule_id from after_rows union select schedule_id from before_rows));
  return null;
end $$;
