-- What a practice says of itself to a desk: the contract's `Practice`, every member there.
alter table schedule add column practice jsonb check (jsonb_typeof(practice) = 'object');
