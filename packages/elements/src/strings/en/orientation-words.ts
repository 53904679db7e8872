import type { OrientationWords } from '../fr/orientation-words.ts';

export const orientationWordsEn: OrientationWords = {
  outcomes: {
    advice: 'Medical advice',
    'unscheduled-consultation': 'Unscheduled consultation',
    'emergency-department': 'Emergency department',
    ambulance: 'Ambulance',
    smur: 'SMUR',
    'other-prehospital-team': 'Other pre-hospital team',
  },
  forms: {
    'home-visit': 'home visit',
    teleconsultation: 'teleconsultation',
    'phone-prescription': 'prescription by telephone',
  },
  roles: {
    regulator: 'regulating doctor',
    'emergency-regulator': 'emergency regulating doctor',
    'unscheduled-care-operator': 'unscheduled care operator',
    'call-taker': 'call taker',
    'triage-nurse': 'triage nurse',
    'dispatch-software': 'dispatch software',
  },
};
