-- Who did what to which record. Append-only; sealed by the hour, each seal over the one before.
create sequence audit_entry_id;

create table audit_segment (
  number integer primary key check (number > 0),
  -- It holds the entries after the segment before, up to this one.
  last_id bigint not null unique,
  first_at timestamptz not null,
  last_at timestamptz not null,
  entries integer not null check (entries > 0),
  -- SHA-256 of the entries, of the segment before, and of this header with both.
  content text not null,
  previous text not null,
  hash text not null,
  -- Its entries have been erased; the header stays and the chain with it.
  purged_at timestamptz
);

create table audit_entry (
  id bigint primary key,
  at timestamptz not null,
  subject text not null,
  roles text[] not null,
  operation text not null,
  right_held text,
  kind text not null,
  record text,
  result text not null
);
create index audit_entry_at on audit_entry (at, id);
create index audit_entry_subject on audit_entry (subject, id);
create index audit_entry_record on audit_entry (record, id) where record is not null;

-- Number and time are the database's own. Whoever seals first waits for the entries that are just being
-- written, by the exclusive form of this lock: none slips in behind a seal.
create function audit_append() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(7150016);
  new.id := nextval('audit_entry_id');
  new.at := date_trunc('second', sas_now());
  return new;
end $$;
create trigger audit_append before insert on audit_entry for each row execute function audit_append();

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: the audit trail is append-only', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_unchanged before update on audit_entry
  for each row execute function audit_refuse();
create trigger audit_entry_not_truncated before truncate on audit_entry
  for each statement execute function audit_refuse();
create trigger audit_segment_kept before delete on audit_segment
  for each row execute function audit_refuse();
create trigger audit_segment_not_truncated before truncate on audit_segment
  for each statement execute function audit_refuse();

create function audit_purge_only() returns trigger language plpgsql as $$
declare
  purged boolean;
begin
  select purged_at is not null into purged from audit_segment
    where last_id >= old.id order by last_id limit 1;
  if purged then
    return old;
  end if;
  raise exception 'DELETE of audit_entry is refused: the audit trail is append-only'
    using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_purged_only before delete on audit_entry
  for each row execute function audit_purge_only();

create function audit_seal_unchanged() returns trigger language plpgsql as $$
begin
  if old.purged_at is null and new.purged_at is not null
    and to_jsonb(new) - 'purged_at' = to_jsonb(old) - 'purged_at' then
    return new;
  end if;
  raise exception 'UPDATE of audit_segment is refused: a seal is not changed'
    using errcode = 'insufficient_privilege';
end $$;
create trigger audit_segment_unchanged before update on audit_segment
  for each row execute function audit_seal_unchanged();
