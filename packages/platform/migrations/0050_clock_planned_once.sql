-- The same clock. A function in SQL is parsed and planned by every statement wherever its text names it, in a
-- search nine times; one in PL/pgSQL once for a connection.
create or replace function sas_now() returns timestamptz language plpgsql stable as $$
begin
  return statement_timestamp() + (select shift from clock);
end $$;
