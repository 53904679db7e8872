-- What waits for somebody, however old it is: read whenever a desk opens its stream.
create index orientation_waiting on orientation (territory_id, created_at)
  where attention is not null and acknowledged_at is null and withdrawn_at is null;
