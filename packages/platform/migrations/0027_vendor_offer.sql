-- What an answer took, and how many slots it held of each of those that were asked about.
alter table vendor_answer add column ms integer not null default 0;
alter table vendor_answer add column slots integer not null default 0;

-- When an answer last named an agenda that nobody published: it was learnt from a vendor, and goes again
-- when it is named no more. Null for those that somebody published.
alter table schedule add column learnt_at timestamptz;

-- How long a complete answer is shown unless it is asked again.
create function vendor_answer_lasts() returns interval language sql immutable
return interval '180 seconds';

-- The slots that vendors offer now, for searches: of the latest answer, where it is complete.
-- To who decides about slots that software sends they are such ones. The answer is looked up for each slot,
-- by its whole key, and the clock once: so the index of slots gives the first one of an agenda.
create view vendor_offer as
select v.*, 'push'::text as origin from vendor_slot v
where v.offered and v.starts_at > (select sas_now())
  and (select e.enabled and a.state = 'complete'
      and a.answered_at > (select sas_now()) - vendor_answer_lasts()
    from vendor_answer a join editor e on e.id = a.editor_id
    where (a.editor_id, a.kind, a.national_id) = (v.editor_id, v.kind, v.national_id));

-- Open searches are told as of the platform's own slots (0017).
create function vendor_slot_inserted() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(select schedule_id from after_rows where offered));
  return null;
end $$;
create trigger vendor_slot_inserted after insert on vendor_slot
  referencing new table as after_rows for each statement execute function vendor_slot_inserted();

create function vendor_slot_updated() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select a.schedule_id from after_rows a join before_rows b using (id) where a.* is distinct from b.*));
  return null;
end $$;
create trigger vendor_slot_updated after update on vendor_slot
  referencing old table as before_rows new table as after_rows
  for each statement execute function vendor_slot_updated();

-- Slots that have begun are purged in their thousands: no search answered them.
create function vendor_slot_deleted() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select schedule_id from before_rows where offered and starts_at > sas_now()));
  return null;
end $$;
create trigger vendor_slot_deleted after delete on vendor_slot
  referencing old table as before_rows for each statement execute function vendor_slot_deleted();

-- The agendas of a professional, or the sites of an association, by national id.
create function agendas_of(asked_kind text, asked_id text) returns setof uuid language sql stable as $$
  select sch.id from practitioner p join schedule sch on sch.practitioner_id = p.id
  where asked_kind = 'practitioner' and p.national_id = asked_id
  union all
  select sch.id from structure st join schedule sch on sch.structure_id = st.id
  where asked_kind = 'structure' and st.national_id = asked_id and sch.practitioner_id is null
$$;

create function vendor_answer_inserted() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select agenda from after_rows a cross join agendas_of(a.kind, a.national_id) as agenda));
  return null;
end $$;
create trigger vendor_answer_inserted after insert on vendor_answer
  referencing new table as after_rows for each statement execute function vendor_answer_inserted();

-- The same answer in time changes nothing; one that comes late, or fails, shows or hides what was kept.
create function vendor_answer_updated() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select agenda from after_rows a join before_rows b using (editor_id, kind, national_id)
    cross join agendas_of(a.kind, a.national_id) as agenda
    where a.state <> b.state or a.answered_at > b.answered_at + vendor_answer_lasts()));
  return null;
end $$;
create trigger vendor_answer_updated after update on vendor_answer
  referencing old table as before_rows new table as after_rows
  for each statement execute function vendor_answer_updated();

-- An editor that is switched on or off changes every answer.
create function editor_switched() returns trigger language plpgsql as $$
begin
  if exists (select from after_rows a join before_rows b using (id) where a.enabled <> b.enabled) then
    perform pg_notify('sas_clock', '');
  end if;
  return null;
end $$;
create trigger editor_switched after update on editor
  referencing old table as before_rows new table as after_rows
  for each statement execute function editor_switched();
