-- A professional may refuse that searches show the PUBLIC and PRO slots which its software sends.
alter table schedule add column vendor_slots_refused boolean not null default false;
