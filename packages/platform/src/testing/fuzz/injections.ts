/** Texts that would change a statement put together from text. `canary` is a table of the test's. */
export const SQL_INJECTIONS: readonly string[] = [
  "' or '1'='1",
  "'; insert into canary values (1); --",
  '1; insert into canary values (1)',
  "'); insert into canary values (1); --",
  "'; drop table canary; --",
  "' union select null, null, null --",
  "\\'; insert into canary values (1); --",
  '$1; insert into canary values (1); --',
  '$$; insert into canary values (1); --$$',
  '1) ; select pg_sleep(20) ; --',
  '"; insert into canary values (1); --',
  '/**/;insert/**/into/**/canary/**/values(1)--',
  'ʼ; insert into canary values (1); --',
  '%27%3B insert into canary values (1)%3B --',
];
