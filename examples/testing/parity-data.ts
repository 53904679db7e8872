/** Fictional data of the calls that both platforms get. */

export const doctor = {
  nationalId: '810999000014',
  family: 'Vaudrelle',
  given: 'Aline',
  specialties: ['SM54'],
};

export const place = {
  line: '12 rue des Galets',
  postcode: '76600',
  city: 'Le Havre',
  insee: '76351',
  lat: 49.4925,
  lon: 0.1012,
  phone: '02 61 91 10 01',
};

export const practice = {
  ref: 'galets',
  practitioner: doctor,
  structure: { kind: 'practice', name: 'Cabinet de démonstration' },
  location: place,
  publicDisplay: true,
};

export const offer = { modalities: ['AMB'], visibility: ['PUBLIC'], publicDisplay: true };

export const slotAt = (start: string, end: string, change: object = {}) => ({
  start: `2026-11-24T${start}:00+01:00`,
  end: `2026-11-24T${end}:00+01:00`,
  ...offer,
  ...change,
});

export const rule = {
  days: ['wed'],
  startTime: '09:00',
  endTime: '10:00',
  slotMinutes: 20,
  ...offer,
};

export const contact = { name: 'Camille Fictif', phone: '06 39 98 00 01' };

export const pushed = (ref: string, start: string, end: string) => ({
  ref,
  start: `2026-11-25T${start}:00+01:00`,
  end: `2026-11-25T${end}:00+01:00`,
  ...offer,
});
