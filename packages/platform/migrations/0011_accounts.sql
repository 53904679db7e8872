-- People: accounts, their roles, delegations, and the sessions of their browsers.
create table account (
  id uuid primary key default gen_random_uuid(),
  -- As Pro Santé Connect names the person: 8 + RPPS, 0 + ADELI.
  national_id text not null unique,
  family text not null,
  given text,
  status text not null default 'active' check (status in ('active', 'disabled')),
  -- Structures that a structure manager manages, and CPTS that the person belongs to, by national id.
  structures text[] not null default '{}',
  communities text[] not null default '{}',
  terms_version text,
  terms_accepted_at timestamptz,
  signed_in_at timestamptz,
  roles_changed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create index account_name on account (family, id);

create table account_role (
  account_id uuid not null references account (id) on delete cascade,
  role text not null,
  territory_id text references territory (id),
  unique nulls not distinct (account_id, role, territory_id)
);
create index account_role_territory on account_role (territory_id, account_id);

create table delegation (
  id uuid primary key default gen_random_uuid(),
  -- The delegate.
  account_id uuid not null references account (id) on delete cascade,
  -- The professional or structure. Asking tells nothing of whether there is one.
  national_id text not null,
  scopes text[] not null check (scopes <@ '{agenda,appointments}' and cardinality(scopes) > 0),
  status text not null default 'pending' check (status in ('pending', 'accepted', 'refused', 'ended')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  until timestamptz,
  constraint delegation_has_an_end check (status <> 'accepted' or until is not null)
);
create unique index delegation_live on delegation (account_id, national_id)
  where status in ('pending', 'accepted');
create index delegation_national_id on delegation (national_id, asked_at);

create table session (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the cookie's value; that before the last rotation is good for some seconds more.
  token_hash text not null unique,
  previous_hash text unique,
  previous_until timestamptz,
  account_id uuid not null references account (id) on delete cascade,
  -- What the provider said of the person when it signed in.
  practitioner boolean not null,
  regulation_access boolean not null,
  -- The ID token, sealed: signing out at the provider wants it back.
  provider_token bytea not null,
  created_at timestamptz not null,
  rotated_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);
create index session_expires_at on session (expires_at);

create table sign_in_attempt (
  state_hash text primary key,
  -- SHA-256 of the cookie of the browser that began it.
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_path text not null,
  expires_at timestamptz not null
);
create index sign_in_attempt_expires_at on sign_in_attempt (expires_at);
