-- Since when what an editor says of somebody is shown without a break: an answer that failed or became too
-- old ends it. Further pages of a search show what came after its first one after all the rest. The order
-- of arrival, not a rule on time: so it is told by the server's own clock, which nobody moves.
alter table vendor_answer add column shown_since timestamptz not null default now();

create function vendor_answer_shown() returns trigger language plpgsql as $$
begin
  if old.state <> 'complete' or old.answered_at < new.answered_at - vendor_answer_lasts() then
    new.shown_since := now();
  end if;
  return new;
end $$;
create trigger vendor_answer_shown before update on vendor_answer
  for each row execute function vendor_answer_shown();
