import type { OrientationToldStrings } from '../fr/orientation-told.ts';

/** English texts of `<sas-orientation>` once it is recorded. */
export const texts: OrientationToldStrings = {
  noted: 'Recorded',
  booked: 'Booked',
  pending: 'Recorded, the vendor has not confirmed yet',
  undo: (seconds) => `Take it back (${seconds}\u00a0s)`,
  another: 'Another case',
  print: 'Print',
  read: 'To be read to the patient',
  readWhen: 'When',
  readWho: 'With',
  readWhere: 'Where',
  readHow: 'How',
  readAccess: 'Access',
  readPhone: 'Telephone',
  readDocuments: 'To bring',
  documents: 'Health insurance card, complementary insurance, current prescriptions.',
  readFee: 'Fee',
  feeSectors: {
    '1': 'Sector 1, tariff of the health insurance.',
    '1-dp': 'Sector 1, may charge more.',
    '2-optam': 'Sector 2, charges moderately more.',
    '2': 'Sector 2, may charge more.',
    none: 'Without agreement with the health insurance.',
  },
  thirdParty: { true: 'Nothing to pay in advance.', false: 'The patient pays in advance.' },
  feeUnknown: 'The practice has not said.',
  readReference: 'Reference',
  spell: (reference) => [...reference].join(' '),
  modalities: { AMB: 'at the practice', HH: 'at home', VR: 'remotely' },
  worse: 'If it gets worse before the appointment: call',
  worseEnd: ', do not wait.',
  toExecuteTold: 'An operator looks for it and calls back. The decision is in their list.',
  triggeredTold: (time, caseRef) =>
    `Sent by the dispatch software at ${time}, case ${caseRef}. Nothing was sent from here.`,
  recordedTold: 'The decision is recorded. Nothing is booked.',
};
