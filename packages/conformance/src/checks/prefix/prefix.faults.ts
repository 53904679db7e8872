import type { Faulty } from '../../testing/faulty.ts';
import { bundles, of } from '../../testing/spoil-answers.ts';

/** Answers an empty Bundle to a search whose address matches. */
const blindTo = (address: RegExp): Pick<Faulty, 'body'> => ({
  body(body, { url }) {
    if (body.resourceType !== 'Bundle' || !address.test(url)) return;
    delete body.entry;
    body.total = 0;
  },
});

export const PREFIX_FAULTS: readonly Faulty[] = [
  {
    check: 'prefix/stored-without',
    name: 'compares what is stored letter by letter',
    ...blindTo(/810999001026/),
  },
  {
    check: 'prefix/stored-without',
    name: 'answers what is stored',
    ...bundles((b) =>
      of(b, 'Practitioner').forEach((each) => (each.identifier[0].value = '10999001026')),
    ),
  },
  {
    check: 'prefix/asked-without',
    name: 'wants the prefix',
    status: 'warning',
    ...blindTo(/%7C10999001026/),
  },
  {
    check: 'prefix/phone-corrected',
    name: 'sends what was typed',
    ...bundles((b) =>
      of(b, 'PractitionerRole').forEach((each) => (each.telecom[0].value = '02.61.91.10.22')),
    ),
  },
  {
    check: 'prefix/phone-corrected',
    name: 'leaves the telephone out',
    ...bundles((b) => of(b, 'PractitionerRole').forEach((each) => delete each.telecom)),
  },
  {
    check: 'prefix/specialties',
    name: 'only the first is sent',
    ...bundles((b) => {
      for (const slot of of(b, 'Slot')) slot.specialty = slot.specialty.slice(0, 1);
    }),
  },
  {
    check: 'prefix/association',
    name: 'compares what is stored letter by letter',
    ...blindTo(/390000090200024/),
  },
];
