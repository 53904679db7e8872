-- Doctors by their names, as dispatch software writes them: without accents, capitals and marks.
create function name_words(text) returns text[]
  language sql immutable strict parallel safe
  return array_remove(regexp_split_to_array(
    regexp_replace(
      replace(replace(lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), 'Œ', 'oe'),
      '[^a-z0-9]+', ' ', 'g'),
    ' '), '');

create index practitioner_name_words on practitioner
  using gin (name_words(family || ' ' || coalesce(given, '')));
