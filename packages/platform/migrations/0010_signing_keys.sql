-- Keys that sign the tokens of machines and of embedded elements. The private half is sealed with the
-- server's secret; the public half stays published until no token of it is left.
create table signing_key (
  kid text primary key,
  public_jwk jsonb not null,
  sealed bytea not null,
  created_at timestamptz not null,
  signs_until timestamptz not null,
  published_until timestamptz not null
);
