-- Editors' slots that are booked in one step (0025) are held as the platform's own, and what was booked
-- so is cancelled and moved.

alter table hold
  alter column slot_id drop not null,
  add column vendor_slot_id uuid references vendor_slot (id) on delete cascade,
  add constraint hold_of_one_slot check ((slot_id is null) <> (vendor_slot_id is null));
create index hold_vendor_slot on hold (vendor_slot_id) where vendor_slot_id is not null;
create index hold_vendor_live on hold (expires_at) where vendor_slot_id is not null and state = 'live';

alter table appointment
  -- Somebody wants it cancelled and its editor has not said that it is: asked for, or refused.
  add column cancellation text check (cancellation in ('asked', 'refused')),
  add column cancel_asked_at timestamptz,
  -- The appointment whose place it takes, once it is booked.
  add column replaces uuid,
  add constraint appointment_cancellation_since check ((cancellation is null) = (cancel_asked_at is null));
create index appointment_replaces on appointment (replaces) where replaces is not null;

-- Editors' slots that nobody else is let at: held, or asked for without an answer yet.
create view vendor_slot_kept as
select vendor_slot_id as id from hold
where vendor_slot_id is not null and state = 'live' and expires_at > (select sas_now())
union all
select vendor_slot_id from appointment
where asked_slot is not null and vendor_slot_id is not null and status = 'pending'
  and overdue_at > (select sas_now());

-- As in 0027, without those. They are few, read once for a statement and looked up in memory.
create or replace view vendor_offer as
select v.*, 'push'::text as origin from vendor_slot v
where v.offered and v.starts_at > (select sas_now())
  and (select e.enabled and a.state = 'complete'
      and a.answered_at > (select sas_now()) - vendor_answer_lasts()
    from vendor_answer a join editor e on e.id = a.editor_id
    where (a.editor_id, a.kind, a.national_id) = (v.editor_id, v.kind, v.national_id))
  and v.id not in (select kept.id from vendor_slot_kept kept);

-- When the holds of an agenda run out.
create view held_agenda as
select s.schedule_id, h.expires_at from slot s join hold h on h.slot_id = s.id
where s.ends_at > sas_now() and s.starts_at > sas_now()
  and h.state = 'live' and h.expires_at > sas_now()
union all
select v.schedule_id, h.expires_at from hold h join vendor_slot v on v.id = h.vendor_slot_id
where h.state = 'live' and h.expires_at > sas_now();

create or replace function hold_changed() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array(
    select s.schedule_id from after_rows a join slot s on s.id = a.slot_id
    union all
    select v.schedule_id from after_rows a join vendor_slot v on v.id = a.vendor_slot_id));
  return null;
end $$;

-- An editor's slot that is asked for is shown no more, and again where nothing came of it.
create function asked_appointment_told() returns trigger language plpgsql as $$
begin
  perform tell_agendas(array[old.schedule_id]);
  return null;
end $$;
create trigger asked_appointment_updated after update of status, asked_slot on appointment
  for each row when (new.asked_slot is not null
    and (old.asked_slot is null or new.status is distinct from old.status))
  execute function asked_appointment_told();
create trigger asked_appointment_deleted after delete on appointment
  for each row when (old.asked_slot is not null and old.status = 'pending')
  execute function asked_appointment_told();
