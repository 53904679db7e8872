import type {
  Alternative,
  Appointment,
  Hold,
  Place,
  PublicAvailability,
  PublicCard,
  PublicSlot,
  Specialty,
  Territory,
} from '@sas-kit/client';

/** A Monday afternoon in Le Havre: the window is cut on Wednesday at 14:20. */
export const asOf = '2026-11-23T14:20:00+01:00';
export const windowEnd = '2026-11-25T14:20:00+01:00';
export const zone = 'Europe/Paris';

export function slot(start: string, change: Partial<PublicSlot> = {}): PublicSlot {
  return {
    id: `slot-${start.replace(/\W/g, '')}`,
    start,
    end: later(start, 15),
    modalities: ['AMB'],
    visibility: ['PUBLIC'],
    booking: 'ROUTINE',
    communities: [],
    capacity: 1,
    remaining: 1,
    reasons: [],
    bookingUrl: null,
    ...change,
  };
}

/** The same offset, some minutes later; fixtures never cross midnight. */
function later(start: string, minutes: number): string {
  const total = Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16)) + minutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${start.slice(0, 11)}${two(Math.floor(total / 60))}:${two(total % 60)}${start.slice(16)}`;
}

const paris = (day: number, times: string[], prefix: string): PublicSlot[] =>
  times.map((time) => {
    const start = `2026-11-${day}T${time}:00+01:00`;
    return slot(start, { id: `${prefix}-${day}-${time.replace(':', '')}` });
  });

export const ormelune: PublicCard = {
  id: 'card-ormelune',
  state: 'free',
  practitioner: {
    id: 'p-ormelune',
    nationalId: '810001234567',
    family: 'Ormelune',
    given: 'Claire',
    specialties: ['SM54'],
  },
  structure: {
    id: 's-1',
    nationalId: null,
    kind: 'msp',
    name: 'Maison de santé des Docks',
  },
  location: {
    id: 'l-1',
    name: null,
    line: '12 rue Jean-Jacques Rousseau',
    postcode: '76600',
    city: 'Le Havre',
    insee: '76351',
    lat: 49.49,
    lon: 0.11,
    timeZone: zone,
    phone: '+33261911020',
  },
  distanceKm: 0.8,
  preferred: false,
  slots: [
    ...paris(23, ['16:00', '16:15', '17:30'], 'm'),
    ...paris(24, ['08:30', '08:45', '09:20', '09:35', '11:00', '14:15', '14:30', '16:45'], 'm'),
    ...paris(25, ['09:00', '09:15', '13:45'], 'm'),
  ],
  moreSlots: 0,
};

export const vasquerel: PublicCard = {
  ...ormelune,
  id: 'card-vasquerel',
  practitioner: {
    id: 'p-vasquerel',
    nationalId: '810009876543',
    family: 'Vasquerel',
    given: 'Paul',
    specialties: ['SM54'],
  },
  structure: { id: 's-2', nationalId: null, kind: 'practice', name: 'Cabinet du Rond-Point' },
  location: {
    ...ormelune.location,
    id: 'l-2',
    line: '3 place de l’Hôtel de Ville',
    phone: '+33261911021',
  },
  distanceKm: 1.4,
  slots: [
    slot('2026-11-24T10:00:00+01:00', { id: 'n-video', modalities: ['VR'] }),
    slot('2026-11-24T18:10:00+01:00', { id: 'n-24-1810' }),
    slot('2026-11-25T08:15:00+01:00', { id: 'n-home', modalities: ['HH'] }),
  ],
  moreSlots: 12,
};

/** A duty site of an association: no practitioner, a range where one simply comes. */
export const dutySite: PublicCard = {
  ...ormelune,
  id: 'card-duty',
  practitioner: null,
  structure: {
    id: 's-3',
    nationalId: null,
    kind: 'association',
    name: 'Maison médicale de garde du Havre',
  },
  location: {
    ...ormelune.location,
    id: 'l-3',
    line: '55 bis rue Gustave Flaubert',
    phone: '+33261911022',
  },
  distanceKm: 2.3,
  slots: [
    slot('2026-11-24T14:00:00+01:00', {
      id: 'd-walk-in',
      end: '2026-11-24T17:00:00+01:00',
      booking: 'WALKIN',
    }),
  ],
};

export const vendorCard: PublicCard = {
  ...ormelune,
  id: 'card-vendor',
  practitioner: {
    id: 'p-diallo',
    nationalId: null,
    family: 'Diallo',
    given: 'Aminata',
    specialties: ['SM54'],
  },
  structure: { id: 's-4', nationalId: null, kind: 'practice', name: 'Cabinet Saint-François' },
  location: {
    ...ormelune.location,
    id: 'l-4',
    line: '8 quai de Southampton',
    phone: '+33261911023',
  },
  distanceKm: 1.9,
  slots: [
    slot('2026-11-24T11:40:00+01:00', {
      id: 'v-24-1140',
      bookingUrl: 'https://agenda.example/reserver?origin=sas',
    }),
  ],
};

const without = (card: PublicCard, change: Partial<PublicCard>): PublicCard => ({
  ...card,
  slots: [],
  moreSlots: 0,
  ...change,
});

export const noneFree = without(vasquerel, { id: 'card-none', state: 'none-free' });
export const notConnected = without(vendorCard, {
  id: 'card-off',
  state: 'not-connected',
  practitioner: {
    id: 'p-roux',
    nationalId: null,
    family: 'Roux',
    given: 'Hélène',
    specialties: ['SM54'],
  },
  location: { ...vendorCard.location, id: 'l-5', line: '21 rue de Paris', phone: '+33261911024' },
});
export const notAsked = without(vasquerel, { id: 'card-silent', state: 'not-asked' });

export function answer(
  items: PublicCard[],
  change: Partial<PublicAvailability> = {},
): PublicAvailability {
  return {
    items,
    nextAvailable: null,
    radiusKm: 10,
    enlargedFromKm: null,
    seed: 'a1b2',
    asOf,
    from: asOf,
    to: windowEnd,
    place: {
      label: 'Le Havre',
      insee: '76351',
      lat: 49.49,
      lon: 0.11,
      approximate: false,
      timeZone: zone,
    },
    next: null,
    ...change,
  };
}

export const results = answer([ormelune, vasquerel, dutySite, vendorCard, notConnected]);

const place = (change: Partial<Place>): Place => ({
  id: 'place-76351',
  kind: 'commune',
  label: 'Le Havre',
  insee: '76351',
  department: '76',
  postcode: '76600',
  lat: 49.49,
  lon: 0.11,
  approximate: false,
  radiusKm: 10,
  timeZone: zone,
  ...change,
});

export const places: Place[] = [
  place({}),
  place({ id: 'place-14343', label: 'Le Havre-d’Essai', insee: '14343', postcode: '14000' }),
  place({ id: 'dep-76', kind: 'department', label: 'Seine-Maritime', insee: null, postcode: null }),
];

export const specialties: Specialty[] = [
  { code: 'SM54', label: 'Médecine générale', labelEn: 'General practice' },
  { code: 'SM40', label: 'Pédiatrie', labelEn: 'Paediatrics' },
];

export const territory: Territory = {
  id: 'le-havre',
  name: 'Le Havre – Fécamp',
  region: 'Normandie',
  status: 'operational',
  statuses: [],
  departments: ['76'],
  communes: ['76351'],
  timeZone: zone,
  checkedOn: '2026-11-20',
  accessNumbers: [
    {
      number: '+33261919191',
      label: 'Soins non programmés',
      regimes: ['sas', 'pdsa'],
      hours: null,
      validFrom: '2024-01-01',
      validUntil: null,
      source: 'fixture',
    },
  ],
  openingHours: [],
  partners: [],
  holders: [],
  publicBooking: {
    enabled: true,
    contactFields: ['name', 'phone'],
    controller: 'Association de démonstration',
    dataProtectionContact: 'dpo@example.test',
    retentionHours: 72,
  },
  dangerSigns: null,
};

export const held: PublicSlot =
  ormelune.slots.find(({ id }) => id === 'm-24-0920') ?? slot('2026-11-24T09:20:00+01:00');

export function hold(change: Partial<Hold> = {}): Hold {
  return {
    id: 'hold-1',
    slot: held,
    practitioner: ormelune.practitioner,
    location: ormelune.location,
    expiresAt: '2026-11-23T14:25:00+01:00',
    remainingSeconds: 300,
    extensionsLeft: 3,
    contact: {
      fields: ['name', 'phone'],
      controller: 'Association de démonstration',
      dataProtectionContact: 'dpo@example.test',
      retentionHours: 72,
    },
    ...change,
  };
}

export function appointment(change: Partial<Appointment> = {}): Appointment {
  return {
    id: 'appointment-1',
    reference: '4K7P',
    status: 'booked',
    slot: held,
    practitioner: ormelune.practitioner,
    structure: ormelune.structure,
    location: ormelune.location,
    created: asOf,
    ...change,
  };
}

export const alternatives: Alternative[] = [
  ...ormelune.slots
    .filter(({ id }) => id === 'm-24-0935' || id === 'm-24-1100')
    .map((free) => ({
      ...free,
      practitioner: ormelune.practitioner,
      location: ormelune.location,
    })),
];
