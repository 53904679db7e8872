import type { Finding } from '@sas-kit/fhir';
import { countFindings } from '../booking/editor/findings.ts';
import { readMessage } from '../booking/editor/message.ts';
import { NotServed } from '../booking/editor/not-served.ts';
import { type Kept, ReceivedAppointments } from '../booking/editor/received.ts';
import { editorById } from '../aggregation/editors/editors.ts';
import type { Database } from '../database/database.ts';
import type { Caller } from '../identity/caller.ts';
import { FhirRefusal, refusalOfFindings } from './refusal.ts';

const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))];

type Resource = Readonly<Record<string, unknown>>;

/** Receives the appointments that editors tell of (INT_R03). */
export class AppointmentReceiver {
  readonly #database: Database;
  readonly #received: ReceivedAppointments;

  constructor(database: Database) {
    this.#database = database;
    this.#received = new ReceivedAppointments(database);
  }

  /** `POST /fhir/Appointment`. @throws {FhirRefusal} 400, 403, 422. */
  create(caller: Caller, body: Resource): Promise<Kept> {
    return this.#receive(caller, body, null);
  }

  /** `PUT /fhir/Appointment?identifier=`. @throws {FhirRefusal} 400, 403, 422. */
  update(caller: Caller, criterion: string | undefined, body: Resource): Promise<Kept> {
    if (criterion === undefined || !/^[^|]+\|[^|]+$/.test(criterion.trim())) {
      throw new FhirRefusal(400, {
        code: criterion === undefined ? 'required' : 'value',
        text: {
          fr: 'Critère attendu : identifier=système|valeur',
          en: 'Expected a criterion: identifier=system|value',
        },
        place: 'identifier',
      });
    }
    return this.#receive(caller, body, criterion.trim());
  }

  async #receive(caller: Caller, body: Resource, criterion: string | null): Promise<Kept> {
    const editor = await this.#editorOf(caller);
    const { message, findings } = readMessage(body, await this.#database.now());
    if (message === null) {
      throw await this.#refusal(editor, findings);
    }
    const { system, value } = message.appointment.identifier;
    if (criterion !== null && criterion !== `${system}|${value}`) {
      throw new FhirRefusal(400, {
        code: 'value',
        text: {
          fr: 'Le critère et l’identifiant du rendez-vous diffèrent',
          en: 'The criterion and the identifier of the appointment differ',
        },
        place: 'Appointment.identifier',
      });
    }
    const sent = { creates: criterion === null, rules: rulesOf(findings) };
    try {
      return await this.#received.receive(editor, message, sent);
    } catch (error) {
      if (!(error instanceof NotServed)) throw error;
      throw await this.#refusal(editor, [...findings, error.finding]);
    }
  }

  /** Refuses a message for what was found in it, which counts. */
  async #refusal(editor: string, findings: readonly Finding[]): Promise<FhirRefusal> {
    await countFindings(this.#database, editor, rulesOf(findings));
    return refusalOfFindings(findings);
  }

  /** Whose appointments these are. One that the registry has switched off tells nothing. */
  async #editorOf({ identity }: Caller): Promise<string> {
    const { editor } = identity;
    const registered = editor === undefined ? null : await editorById(this.#database, editor);
    if (editor !== undefined && registered?.enabled !== false) return editor;
    throw new FhirRefusal(403, {
      code: 'forbidden',
      text: {
        fr: 'Cet éditeur n’est pas, ou plus, raccordé',
        en: 'This editor is not connected, or not any more',
      },
    });
  }
}
