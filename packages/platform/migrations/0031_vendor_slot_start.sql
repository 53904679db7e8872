-- Read by the purge alone. A search that found it beside the index of agendas took it as long as the table was
-- small, and kept to it.
drop index vendor_slot_start;
create index vendor_slot_start on vendor_slot using brin (starts_at);
