-- What leads change of their territories. A change holds from its instant on, without anybody's doing;
-- the seed stays beneath.
alter table territory add column revision integer not null default 1;

create table territory_change (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  territory_id text not null references territory (id),
  changes jsonb not null,
  effective_from timestamptz not null,
  made_at timestamptz not null
);
create index territory_change_by_instant on territory_change (territory_id, effective_from, number);

-- The members that changes have given a territory up to an instant; of two, the later holds.
create function territory_edits(territory text, at timestamptz) returns jsonb
language sql stable
as $$
  select coalesce(jsonb_object_agg(member.key, member.value order by c.effective_from, c.number), '{}')
  from territory_change c, jsonb_each(c.changes) member
  where c.territory_id = territory and c.effective_from <= at
$$;

-- What holds of a territory now, for whoever books.
create view territory_now as
select t.id, t.name, t.time_zone, t.contact_fields, t.retention_hours,
  case when booking is null then t.public_booking else (booking ->> 'enabled')::boolean end as public_booking,
  case when booking is null then t.controller else booking ->> 'controller' end as controller,
  case when booking is null then t.data_protection_contact else booking ->> 'dataProtectionContact' end
    as data_protection_contact
from territory t
cross join lateral (select territory_edits(t.id, sas_now()) -> 'publicBooking' as booking) edit;
