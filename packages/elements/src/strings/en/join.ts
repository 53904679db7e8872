import type { JoinStrings } from '../fr/join.ts';

const agenda =
  'Make at least two hours a week visible, in your usual agenda if it is connected, else in the platform’s.';
const visibility =
  'Choose who sees each slot: the public, professionals, or only those who regulate calls.';
const payment = 'For payment, ask your CPAM for the text in force today.';

export const joinEn: JoinStrings = {
  heading: 'Join the SAS',
  intro: 'The steps, by profession or structure.',
  youAre: 'You are',
  stepsFor: (kind) => `Steps: ${kind}`,
  kinds: {
    practitioner: 'A doctor in a practice',
    regulator: 'A doctor who regulates calls',
    cpts: 'A CPTS',
    centre: 'A health house or centre',
    sos: 'A SOS Médecins association',
    holder: 'A new holder of a SAS',
  },
  steps: {
    practitioner: [
      'Make yourself known to the association that runs the SAS of your territory.',
      'Open your account on the national platform with Pro Santé Connect.',
      'Say how you take part: on your own, through your CPTS, your health house or your association.',
      agenda,
      visibility,
      payment,
    ],
    regulator: [
      'Contact the regulation association of your department and the SAMU.',
      'Take the training in regulation that they offer.',
      'Put yourself on the on-call roster and the day roster.',
      payment,
    ],
    cpts: [
      'Write access to unscheduled care into the CPTS’s project.',
      'Name who manages the CPTS’s slots and settings on the platform.',
      'Tell your members that they take part through the CPTS.',
      visibility,
      payment,
    ],
    centre: [
      'Name a manager of the structure, with an account on the platform.',
      'Declare that the structure takes part and how many professionals receive.',
      agenda,
      visibility,
      payment,
    ],
    sos: [
      'Name who manages the association’s planning on the platform.',
      'Connect your software: your sites publish their slots there, without a doctor’s name.',
      'Your doctors take part through the association: they have no other agenda to keep.',
      payment,
    ],
    holder: [
      'Bring the two holders together: the hospital of the SAMU and the association of town doctors.',
      'Write the agreement, or the group, together: who regulates, when, by which means.',
      'Set the hours, the protocols and the number. Both holders sign them.',
      'Recruit and train the assistants, the operators and the doctors who regulate.',
      'Present the project to the ARS and the CPAM, and request support.',
    ],
  },
  support: 'Request support',
  supportIntro:
    'Nothing is stored here. We prepare a message; you read and send it. Put no patient data in it.',
  supportNowhere: 'Ask the ARS of your region and the CPAM of your department.',
  territory: 'Territory or department',
  territoryMissing: 'Write the territory or the department.',
  organisation: 'Your organisation',
  organisations: {
    hospital: 'Hospital of the SAMU',
    association: 'Association of town doctors',
    other: 'Other',
  },
  topics: 'Help needed with',
  topicNames: {
    governance: 'governance and agreement',
    staffing: 'recruitment and training',
    tools: 'digital tools',
    communication: 'communication',
  },
  message: 'Details (optional)',
  prepare: 'Prepare the message',
  ready: 'Your message is ready',
  open: 'Open my mail program',
  text: 'Text of the message',
  change: 'Change it',
  subject: (territory) => `SAS, request for support: ${territory}`,
  body: (lines) =>
    [
      'Hello,',
      '',
      'We are preparing an access-to-care service (SAS) and request support.',
      '',
      `Territory: ${lines.territory}`,
      `Organisation: ${lines.organisation}`,
      ...(lines.topics === '' ? [] : [`Help needed with: ${lines.topics}`]),
      ...(lines.message === '' ? [] : ['', lines.message]),
    ].join('\n'),
  demonstration: 'General steps: those of your territory may differ. The text in force prevails.',
  independent: 'Independent project, not published by the ministry nor by the ANS.',
};
