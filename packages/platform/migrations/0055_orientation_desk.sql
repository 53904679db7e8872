-- A desk keeps what its doctors decided for somebody who is elsewhere: it is read and carried out where the
-- person is and by the desk that recorded it. Null where that is the place's own desk.
alter table orientation add column desk_territory_id text;
create index orientation_desk on orientation (desk_territory_id, created_at desc, id)
  where desk_territory_id is not null;
