/** What dispatch software does with a message of the Hub (INT_L02): read it, propose its file, answer. */
import { readFileSync } from 'node:fs';
import {
  applyAppointmentMessage,
  buildAcknowledgement,
  type DispatchCase,
  matchOrientation,
  NO_APPOINTMENTS,
  parseHubMessage,
} from '@sas-kit/fhir/hub';

// From the queue `fr.health.samu760.message`, or the file that is named on the command line.
const file = process.argv[2] ?? new URL('hub-message.json', import.meta.url);
const { message, findings } = parseHubMessage(readFileSync(file, 'utf8'));
for (const { severity, place, message } of findings)
  console.log(`${severity} ${place}: ${message.fr}`);
if (message?.useCase !== 'appointment') throw new Error('not about an appointment: refuse it');

const { outcome } = applyAppointmentMessage(NO_APPOINTMENTS, message);
const { appointment, distributionID } = message;
console.log(`${outcome}: ${appointment.start} with Dr ${appointment.practitioner?.lastName}`);

/** Open files. Messages carry neither patient nor file: who booked, and when, is what they share. */
const cases: DispatchCase[] = [
  {
    caseId: 'A-101',
    decidedAt: '2026-11-23T09:06:00+01:00',
    regulatorEmails: ['regulation1@samu.example'],
    place: { inseeCode: '76351' },
  },
  {
    caseId: 'A-102',
    decidedAt: '2026-11-23T09:09:00+01:00',
    regulatorEmails: ['regulation2@samu.example'],
    place: { inseeCode: '76259' },
  },
];
const { proposals, best } = matchOrientation(appointment, cases);
for (const { caseId, score, reasons } of proposals) {
  console.log(`${caseId} (${score}): ${reasons.map(({ message }) => message.fr).join(' ')}`);
}
console.log(best ? `proposed first: ${best.caseId}; a person decides` : 'a person has to choose');

// Only once the appointment is stored: until then the platform counts it as not delivered.
const answer = buildAcknowledgement(
  { distributionID, step: 'INTEGRE' },
  {
    sender: 'fr.health.samu760',
    recipient: message.senderID,
    id: crypto.randomUUID(),
    sentAt: new Date(),
  },
);
console.log(`answered by ${answer.distributionKind} to ${message.senderID}`);
