-- An embedded element that was opened for a role without `user` is of everybody who has that role of the program:
-- what one of them does is no other's own doing, and asks for their attention.

-- `embed:PROGRAM:ROLE`; a person's ends with a hash of 22 characters, a practitioner's with digits.
create function subject_of_several(subject text) returns boolean language sql immutable
  return subject ~ '^embed:.*:[a-z]+(-[a-z]+)*$';

-- An appointment has one orientation: one that has been given one of its own takes nobody's place.
create or replace function orientation_follows(former uuid, latter uuid) returns void language plpgsql as $$
begin
  update orientation o set appointment_id = latter, attention = 'moved', attention_at = sas_now(),
    acknowledged_at = case
      when o.made_by = a.booked_by and not subject_of_several(o.made_by) then sas_now() end
  from appointment a where a.id = latter and a.cancellation is null
    and o.appointment_id = former and o.withdrawn_at is null
    and not exists (select from orientation own where own.appointment_id = latter and own.withdrawn_at is null);
end $$;
