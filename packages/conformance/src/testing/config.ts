import type { ConfigFile } from '../config.ts';

/** The configuration that fits `OFFER`. */
export const SOUND_CONFIG = {
  practitioners: {
    onePlace: {
      id: '810999001000',
      slotTypes: ['PUBLIC', 'PRO'],
      consultationTypes: ['AMB', 'VR'],
      phone: '+33261911020',
      specialties: ['SM54'],
    },
    twoPlaces: {
      id: '810999001018',
      slotTypes: ['PUBLIC', 'PRO', 'SNP'],
      consultationTypes: ['AMB', 'HH'],
    },
    together: ['810999001000', '810999001018'],
    unprefixed: {
      id: '810999001026',
      phone: '+33261911022',
      specialties: ['SM54', 'SM40', 'Médecine du sport'],
    },
    noSlots: '810999001034',
    unknown: '810999009995',
    bare: '810999001042',
    adeli: '0761234567',
    kept: {
      id: '810999001000',
      starts: ['2026-11-22T15:00:00+01:00', '2026-11-22T15:30:00+01:00'],
    },
  },
  cpts: {
    one: {
      id: '810999001059',
      slotTypes: ['PUBLIC', 'PRO', 'CPTS'],
      consultationTypes: ['AMB', 'VR'],
      phone: '+33261911021',
      specialties: ['SM54'],
    },
    several: { id: '810999001067', slotTypes: ['CPTS'], consultationTypes: ['AMB'] },
  },
  sos: {
    one: {
      siret: '390000090200016',
      sites: 2,
      slotTypes: ['PUBLIC', 'SNP'],
      consultationTypes: ['AMB', 'VR'],
    },
    together: ['390000090200016', '390000090200024'],
    unprefixed: '390000090200024',
    noSlots: '390000090200032',
    unknown: '390000090200040',
  },
  regulators: {},
  // A busy machine is no fault of the server.
  limits: { deadlineMs: 60_000, responseMs: 30_000, fullResponseMs: 60_000 },
} as const satisfies ConfigFile;
