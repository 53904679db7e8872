-- For which holder of its territory a lead signs protocols; null where nobody has said it.
alter table account_role
  add column holder text check (holder in ('hospital', 'ambulatory')),
  add constraint account_role_holder_of_lead check (holder is null or role = 'territory-lead');
