-- What a key already made: hashes and the resource's id, never a body.
create table idempotency (
  caller text not null,
  key_hash text not null,
  request_hash text not null,
  resource_id text not null,
  created_at timestamptz not null,
  primary key (caller, key_hash)
);
create index idempotency_created_at on idempotency (created_at);
