import type { Faulty } from '../../testing/faulty.ts';
import { startOneStep } from '../../testing/one-step-server.ts';

/** A vendor that answers whatever is written to /Appointment so. */
const answering = (status: number, body: object | null) => () =>
  startOneStep({
    answer: (request, sound) =>
      new URL(request.url).pathname.endsWith('/Appointment')
        ? Response.json(body, { status })
        : sound(request),
  });

const outcome = (code: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code, diagnostics: 'Adresse inconnue' }],
});

export const ONE_STEP_FAULTS: readonly Faulty[] = [
  { check: 'one-step/unknown-slot', name: 'says yes', start: answering(201, {}) },
  { check: 'one-step/unknown-slot', name: '404 of anything', start: answering(404, outcome('x')) },
  { check: 'one-step/without-slot', name: 'says yes', start: answering(201, {}) },
  { check: 'one-step/without-slot', name: 'refuses without a word', start: answering(422, null) },
  { check: 'one-step/unknown-booking', name: 'says yes', start: answering(200, {}) },
  {
    check: 'one-step/unknown-booking',
    name: 'breaks',
    start: answering(500, outcome('exception')),
  },
];
