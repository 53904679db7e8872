-- A protocol that one of the holders ended before its day: when, and by whom. It does not change either.
create table protocol_end (
  protocol_id uuid primary key references protocol (id),
  holder text not null check (holder in ('hospital', 'ambulatory')),
  holder_name text not null,
  ended_by text not null,
  ended_at timestamptz not null
);

create function protocol_end_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the end of a protocol does not change' using errcode = 'restrict_violation';
end $$;
create trigger protocol_end_stays before update or delete on protocol_end
  for each row execute function protocol_end_stays();
