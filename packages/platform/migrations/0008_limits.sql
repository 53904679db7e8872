-- Requests counted over a minute, for all processes together. A name is a keyed hash: no address, no
-- account is read out of it. Unlogged: what a crash loses is a minute's count.
create unlogged table rate_window (
  name text primary key,
  ends_at timestamptz not null,
  -- Those leased after the limit was reached included.
  points bigint not null
) with (fillfactor = 70);
