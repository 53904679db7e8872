import type { PathwayStrings } from '../fr/pathway.ts';

export const pathwayEn: PathwayStrings = {
  heading: 'Your way through the SAS',
  intro: 'The access-to-care service (SAS) answers you by telephone, day and night.',
  steps: {
    need: {
      title: 'You need care without waiting',
      text: 'Do you have your own doctor? Can you reach them? Call them first.',
    },
    call: {
      title: 'You call',
      text: 'Your doctor cannot be reached, or you have none.',
    },
    answer: {
      title: 'An assistant answers',
      text: 'They ask where you are and what is happening, then pass your call on.',
    },
    doctor: { title: 'A doctor decides with you' },
    outcome: { title: 'They offer you an answer' },
  },
  or: 'or',
  until: (date) => `until ${date}`,
  streams: {
    emergency: { title: 'Emergency doctor', text: 'for life-threatening emergencies' },
    general: { title: 'General practitioner', text: 'for other needs of care' },
  },
  rerouted: 'At any moment, one may pass the call to the other.',
  outcomes: [
    'Medical advice',
    'A consultation, most often within 48 hours',
    'An emergency department',
    'An ambulance',
    'A mobile emergency team (SMUR)',
    'Another rescue team',
  ],
  worse: 'If it gets worse: 15, do not wait.',
  noAdvice: 'This diagram explains the way. It is not medical advice.',
  independent: 'Independent project, not published by the ministry nor by the ANS.',
};
