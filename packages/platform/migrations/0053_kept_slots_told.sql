-- When what is kept of an agenda for somebody is free again: holds, as in 0032, and editors' slots that were
-- asked for and of which nothing was heard (`vendor_slot_kept`).
create or replace view held_agenda as
select s.schedule_id, h.expires_at from slot s join hold h on h.slot_id = s.id
where s.ends_at > sas_now() and s.starts_at > sas_now()
  and h.state = 'live' and h.expires_at > sas_now()
union all
select v.schedule_id, h.expires_at from hold h join vendor_slot v on v.id = h.vendor_slot_id
where h.state = 'live' and h.expires_at > sas_now()
union all
select v.schedule_id, a.overdue_at from appointment a join vendor_slot v on v.id = a.vendor_slot_id
where a.asked_slot is not null and a.status = 'pending' and a.overdue_at > sas_now();
