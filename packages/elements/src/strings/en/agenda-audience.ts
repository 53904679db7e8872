import type { AgendaTexts } from '../fr/agenda.ts';

export const agendaAudienceEn = {
  viewersTitle: 'Who sees this slot?',
  rolesTitle: 'Role by role',
  roleColumn: 'Who',
  sightColumn: 'Sees it',
  roles: {
    own: 'You, your delegates and your structure',
    regulation: 'Regulation, managers of the territory',
    nurses: 'Triage nurses of emergency departments (IOA)',
    professionals: 'Other practices and structures',
    community: 'Members of your CPTS',
    web: 'Web visitors',
    authority: 'Authorities, health insurance',
  },
  sights: {
    yes: 'Yes',
    no: 'No',
    scheme: 'Only if you are in the redirection scheme',
    aggregates: 'Totals only',
  },
  viewers: (names) => `${names}.`,
  noViewer: 'Nobody: choose a visibility.',
  viewer: {
    regulation: 'the regulation',
    community: 'the members of the CPTS',
    professionals: 'health professionals',
    web: 'visitors of websites',
  },
  webBars: {
    slot: 'Not visitors of websites.',
    agenda: 'Not visitors of websites: the whole agenda does not agree yet.',
  },
} satisfies Partial<AgendaTexts>;
