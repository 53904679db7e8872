-- What erases what has served finds it without reading everything.
-- Slots are added about in the order of their times: a block range index costs them nothing.
create index slot_ended on slot using brin (ends_at);
create index hold_slot on hold (slot_id);
create index hold_expires_at on hold (expires_at);
create index public_booking_count_day on public_booking_count (day);
