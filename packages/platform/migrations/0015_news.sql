-- Information: a summary and a link each. A removed item leaves its address, so that no import brings it back.
create table news (
  id uuid primary key default gen_random_uuid(),
  territory_id text references territory (id),
  state text not null check (state in ('draft', 'published', 'removed')),
  title text not null,
  type text not null,
  summary text,
  url text unique,
  lang text,
  sectors text[] not null default '{}',
  areas text[] not null default '{}',
  published text,
  source text,
  source_url text,
  licence text,
  archived boolean not null default false,
  archived_on text,
  superseded_by text,
  -- What filters and sorting read: first and last day of `published`, and texts as they are searched.
  first_day date,
  last_day date,
  sector_keys text[] not null default '{}',
  area_keys text[] not null default '{}',
  title_key text not null,
  words text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index news_newest on news (coalesce(first_day, '0001-01-01'), id) where state = 'published';
create index news_changed on news (changed_at);
