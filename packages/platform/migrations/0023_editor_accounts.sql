-- Regulators' accounts at editors (INT_R02). Editors want an address of a regulator; the platform itself
-- writes to nobody.
alter table account add column email text check (length(email) <= 254);

-- What an editor is to have of an account, and what it has. It outlives the account until the editor
-- knows that the account is gone.
create table editor_account (
  editor_id text not null references editor (id) on delete cascade,
  account_id uuid not null,
  -- `{nationalId, family, given, email, active}`
  wanted jsonb not null,
  -- As the editor took it last; null while it has nothing.
  taken jsonb,
  -- The outbox row that carries it; null where nothing could be sent.
  outbox_id bigint,
  -- Why the last attempt failed, or why there is none.
  failure text,
  -- Of what `wanted` says, or of the last attempt.
  since timestamptz not null default sas_now(),
  primary key (editor_id, account_id)
);
create index editor_account_account on editor_account (account_id);

-- What one transaction does to one account is looked at once; while no editor takes accounts, never.
create function note_editor_accounts(accounts uuid[], signs_in boolean) returns void language sql as $$
  insert into outbox (kind, lane, subject, key, payload)
  select 'editor-accounts', 'all', id::text, id::text || ' ' || signs_in::text || ' ' || pg_current_xact_id()::text,
    jsonb_build_object('account', id, 'signsIn', signs_in)
  from (select distinct unnest(accounts) as id) each
  where case when signs_in
    then exists (select from editor where enabled and takes_regulators)
    else exists (select from editor_account a where a.account_id = id) end
  on conflict do nothing
$$;

create function account_changed_for_editors() returns trigger language plpgsql as $$
begin
  perform note_editor_accounts(array[old.id],
    tg_op = 'UPDATE' and new.signed_in_at is distinct from old.signed_in_at);
  return null;
end $$;
create trigger account_updated_for_editors after update of signed_in_at, status, family, given, email
  on account for each row execute function account_changed_for_editors();
create trigger account_deleted_for_editors after delete on account
  for each row execute function account_changed_for_editors();

create function account_role_taken_for_editors() returns trigger language plpgsql as $$
begin
  perform note_editor_accounts(array[old.account_id], false);
  return null;
end $$;
create trigger account_role_taken_for_editors after delete on account_role
  for each row execute function account_role_taken_for_editors();

-- What an editor missed while it was off is looked at when it is on again.
create function editor_on_for_accounts() returns trigger language plpgsql as $$
begin
  perform note_editor_accounts(array(select account_id from editor_account where editor_id = new.id), false);
  return null;
end $$;
create trigger editor_on_for_accounts after update of enabled, takes_regulators on editor
  for each row when (new.enabled and new.takes_regulators and not (old.enabled and old.takes_regulators))
  execute function editor_on_for_accounts();
