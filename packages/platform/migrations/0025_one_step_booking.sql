-- Booking an editor's slot in one step, where its connector offers it (an addition of ours).

-- The editor's own id of a slot; kept where it books in one step only, for others change it as they like.
alter table vendor_slot add column own_id text;

alter table appointment
  -- The editor's own id of the slot that it was asked to book in one step.
  add column asked_slot text,
  -- Until then the first request is under way.
  add column asked_until timestamptz;

-- The next answer brings the ids of the slots that are known already.
create function editor_books_in_one_step() returns trigger language plpgsql as $$
begin
  update vendor_answer set digest = null where editor_id = new.id;
  return null;
end $$;
create trigger editor_books_in_one_step after update of books_in_one_step on editor
  for each row when (new.books_in_one_step and not old.books_in_one_step)
  execute function editor_books_in_one_step();
