import {
  type Appointment,
  outcomeOfFindings,
  readAppointment,
  writeAppointment,
  writeOperationOutcome,
} from '@sas-kit/fhir';
import { parseConfig } from '../read-config.ts';
import type { Tested } from './faulty.ts';
import { type Spoiling, startServer } from './server.ts';

const EDITORS = new Map([
  ['Bearer first', 'first'],
  ['Bearer second', 'second'],
]);
const LARGEST = 65_536;

interface Stored {
  readonly id: string;
  readonly appointment: Appointment;
  readonly sos: boolean;
  /** `meta.lastUpdated` of the message, ms since 1970. */
  readonly writtenAt: number;
}

function refuse(status: number, text: string): Response {
  return Response.json(writeOperationOutcome({ code: 'invalid', text }), { status });
}

/** The body as an object; null when it is none, or aims at what it must not. */
function parse(text: string): Readonly<Record<string, any>> | null {
  try {
    const value = JSON.parse(text, (key, each: unknown) => {
      const forbidden = typeof each === 'string' && /\u0000|\p{Surrogate}/u.test(each);
      if (key === '__proto__' || forbidden) throw new TypeError('forbidden');
      return each;
    }) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** A platform that takes appointments of two editors (INT_R03), in memory. */
class Platform {
  readonly #stored = new Map<string, Stored>();

  async handle(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const editor = EDITORS.get(request.headers.get('authorization') ?? '');
    if (editor === undefined) return refuse(401, 'Éditeur inconnu');
    if (!/^\/fhir\/Appointment$/.test(pathname)) return refuse(404, 'Adresse inconnue');
    const { method } = request;
    if (method !== 'POST' && method !== 'PUT') return refuse(405, 'Méthode non prévue');
    const text = await request.text();
    if (text.length > LARGEST) return refuse(413, 'Corps trop grand');
    const body = parse(text);
    if (body?.resourceType !== 'Appointment') return refuse(400, 'Un Appointment est attendu');
    const { appointment, findings } = readAppointment(body);
    if (appointment === null) {
      const errors = findings.filter(({ severity }) => severity === 'error');
      return Response.json(outcomeOfFindings(errors), { status: 422 });
    }
    const { system, value } = appointment.identifier;
    const criterion = searchParams.get('identifier') ?? searchParams.get('Identifier');
    if (method === 'PUT' && criterion !== `${system}|${value}`) {
      return refuse(400, 'Critère absent, ou autre que l’identifiant du corps');
    }
    const key = JSON.stringify([editor, system, value]);
    const known = this.#stored.get(key);
    if (method === 'POST' && known !== undefined) {
      if (request.headers.has('if-none-exist')) return answer(200, known);
      return refuse(422, 'Rendez-vous déjà reçu');
    }
    const written = Date.parse(String(body.meta?.lastUpdated));
    const writtenAt = Number.isNaN(written) ? (known?.writtenAt ?? 0) : written;
    if (known !== undefined && writtenAt < known.writtenAt) return answer(200, known);
    const sos = JSON.stringify(body.meta ?? {}).includes('sas-sos-appointment');
    const stored = { id: known?.id ?? crypto.randomUUID(), appointment, sos, writtenAt };
    this.#stored.set(key, stored);
    return answer(known === undefined ? 201 : 200, stored);
  }
}

function answer(status: number, { id, appointment, sos }: Stored): Response {
  const { resource } = writeAppointment(appointment, { flow: sos ? 'sos' : 'ps' });
  return Response.json(
    { ...resource, id },
    { status, headers: { Location: `/fhir/Appointment/${id}` } },
  );
}

const CONFIG = parseConfig({
  appointments: {
    headers: { authorization: 'Bearer first' },
    otherEditor: { authorization: 'Bearer second' },
  },
});

/** Starts a sound platform, or one that a test spoils. */
export async function startPlatform(spoiling: Spoiling = {}): Promise<Tested> {
  const platform = new Platform();
  const sound = (request: Request) => platform.handle(request);
  const { answer: spoilt, body } = spoiling;
  const running = await startServer({
    ...(body !== undefined && { body }),
    answer: (request) => spoilt?.(request, sound) ?? sound(request),
  });
  return { ...running, config: CONFIG };
}
