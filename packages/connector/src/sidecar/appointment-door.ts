import { timingSafeEqual } from 'node:crypto';
import type { Appointment } from '@sas-kit/fhir';
import type { Appointments } from '../appointments/appointments.ts';
import { AppointmentError } from '../appointments/options.ts';
import { readBody } from '../http/body.ts';
import { Refusal } from '../http/refusal.ts';
import { parseObject } from '../http/safe-json.ts';

const LARGEST = 65_536;

/**
 * Takes `{ "kind": "created" | "updated", "appointment": {…}, "flow"?: "ps" }` from the vendor's program
 * and answers 202 once it is in the queue. Only for the vendor's program: the secret is asked for.
 */
export function appointmentDoor(
  appointments: Appointments,
  secret: string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isSame(request.headers.get('authorization') ?? '', `Bearer ${secret}`)) {
      return answer(401, 'secret');
    }
    if (request.method !== 'POST') return answer(405, 'POST only');
    try {
      const { kind, appointment, ...message } = parseObject(await readBody(request, LARGEST));
      if (kind !== 'created' && kind !== 'updated') return answer(400, 'kind');
      if (typeof appointment !== 'object' || appointment === null)
        return answer(400, 'appointment');
      await appointments[kind](appointment as Appointment, message);
      return answer(202);
    } catch (error) {
      if (error instanceof AppointmentError) return answer(422, error.message);
      if (error instanceof Refusal) return answer(error.status, error.message);
      // What is no Appointment at all makes the writer stumble.
      if (error instanceof TypeError) return answer(422, 'not an appointment');
      throw error;
    }
  };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}

function answer(status: number, error?: string): Response {
  return Response.json(error === undefined ? {} : { error }, { status });
}
