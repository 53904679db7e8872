-- Who wants it cancelled at its editor: nobody is warned of what they do themselves (0035), also where the
-- editor does it later.
alter table appointment add column cancel_asked_by text;
