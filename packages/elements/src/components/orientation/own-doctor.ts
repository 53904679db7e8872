import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import type { CallResult, Card, PublicCard } from '@sas-kit/client';
import { heading } from '../../base/heading.ts';
import { narrowFold } from '../../base/narrow-fold.ts';
import { phoneLink } from '../../base/phone-link.ts';
import { AsyncTask } from '../../controllers/async-task.ts';
import { nameOf } from '../availability/agenda.ts';
import type { OrientationClient } from './client.ts';
import type { View } from './view.ts';

const results: readonly CallResult[] = ['accepted', 'refused', 'unreachable'];

/** National id of a professional, as the platform's searches take it; anything else is a name. */
export const isNationalId = (text: string): boolean => /^\d{8,15}$/.test(text);

/** What calls, and in whose case. */
export interface OwnDoctorDoor {
  readonly api: () => OrientationClient;
  readonly caseRef: () => string | undefined;
  readonly report: (error: unknown) => string;
  readonly say: (text: (strings: View['strings']) => string) => void;
}

/** The person's own doctor: telephone first, and what came of the call. */
export class OwnDoctor {
  readonly #host: ReactiveElement;
  readonly #door: OwnDoctorDoor;
  readonly #card: AsyncTask<[nationalId: string, insee: string], Card | undefined>;
  /** Of whom the card is, and where it was looked for; empty where nobody has one. */
  #read = '';
  #noting = false;
  #failed = false;
  /** Whether the reader has opened it where it is folded. */
  #open = false;

  constructor(host: ReactiveElement, door: OwnDoctorDoor) {
    this.#host = host;
    this.#door = door;
    this.#card = new AsyncTask(host, async (signal, preferredPractitioner, insee) => {
      const query = { insee, preferredPractitioner, slotsPerCard: 1, limit: 5 };
      const { items } = await door.api().availability.search(query, { signal });
      const own = (items as readonly (Card | PublicCard)[]).find(({ preferred }) => preferred);
      return own as Card | undefined;
    });
  }

  /**
   * Their card, once there is a place; a doctor of whom only the name is known has none. That of another doctor
   * goes at once.
   */
  load(ownDoctor: string, insee: string | undefined): void {
    const asked = insee === undefined || !isNationalId(ownDoctor) ? '' : `${ownDoctor} ${insee}`;
    if (asked === this.#read) return;
    this.#read = asked;
    this.#card.abort();
    this.#card.value = undefined;
    if (insee !== undefined && asked !== '') void this.#find(ownDoctor, insee);
  }

  async #find(ownDoctor: string, insee: string): Promise<void> {
    await this.#card.run(ownDoctor, insee);
    if (this.#card.status === 'failed') this.#door.report(this.#card.error);
  }

  /** Another case. */
  forget(): void {
    this.#failed = this.#open = false;
  }

  async #note(result: CallResult, view: View): Promise<void> {
    const id = this.#card.value?.practitioner?.id;
    const { flow } = view;
    flow.change({ ownDoctor: 'known', ownDoctorCall: result });
    if (id === undefined || this.#noting) return;
    this.#noting = true;
    this.#failed = false;
    const caseRef = this.#door.caseRef();
    try {
      await this.#door.api().practiceCalls.create({
        practitionerId: id,
        purpose: 'own-doctor',
        result,
        ...(caseRef !== undefined && { caseRef }),
      });
      this.#door.say(({ callNoted }) => callNoted);
    } catch (error) {
      this.#door.report(error);
      this.#failed = true;
      this.#door.say(({ callNotNoted }) => callNotNoted);
    } finally {
      this.#noting = false;
      this.#host.requestUpdate();
    }
  }

  /** @param ownDoctor - a national id, or a name; empty where the page says neither */
  render(ownDoctor: string, view: View): TemplateResult {
    const { strings, flow, level } = view;
    const { ownDoctorCall: call } = flow.draft;
    const there = flow.step === 'destination';
    const card = this.#card.value;
    const named = card ? nameOf(card) : isNationalId(ownDoctor) ? '' : ownDoctor;
    const part = this.#called(named, ownDoctor === '', view);
    return html`<section class="panel own-doctor" part="own-doctor" aria-labelledby="own-doctor">
      <div id="own-doctor">${heading(level + 1, strings.ownDoctor, 'subtitle')}</div>
      ${there ? this.#folded(named, part, view) : part}
      ${this.#failed ? html`<p class="fault small">${strings.callNotNoted}</p>` : nothing}
      ${
        call === 'accepted' && there
          ? html`<p class="notice good">${strings.accepted}</p>`
          : nothing
      }
    </section>`;
  }

  /** Beside the slots, one line where it is narrow: who it is, and what came of the call. */
  #folded(named: string, part: TemplateResult, { strings, flow }: View): TemplateResult {
    const { ownDoctor: said, ownDoctorCall: call } = flow.draft;
    const result =
      said === 'none' ? strings.noOwnDoctor : call ? strings.callResults[call] : undefined;
    const state = [named, result].filter(Boolean).join(', ');
    const toggle = () => {
      this.#open = !this.#open;
      this.#host.requestUpdate();
    };
    return narrowFold(
      {
        ...{ id: 'own-doctor-call', open: this.#open, toggle },
        summary: html`<strong>${strings.ownDoctor}</strong> <span class="quiet">${state}</span>`,
      },
      part,
    );
  }

  /** Whom to call, and what came of it. */
  #called(named: string, unknown: boolean, view: View): TemplateResult {
    const { strings, flow } = view;
    const { ownDoctor: said, ownDoctorCall: call } = flow.draft;
    const { value: card, status } = this.#card;
    const isLost = !card && this.#read !== '' && ['done', 'failed'].includes(status);
    const { location } = card ?? {};
    const phone = location?.phone;
    return html`${
        named
          ? html`<p class="who"><strong>${named}</strong></p>
              ${location ? html`<p>${location.line}, ${location.city}</p>` : nothing}`
          : html`<p class="quiet">${isLost ? strings.ownDoctorNotFound : strings.ownDoctorAsk}</p>`
      }
      ${
        phone
          ? html`<p class="phone">${phoneLink(phone, (number) => `${strings.call} ${number}`)}</p>`
          : html`<p class="small">
              ${named ? strings.ownDoctorUnknown : nothing}
              <a href="https://annuairesante.ameli.fr" target="_blank" rel="noopener"
                >${strings.directory}</a
              >
            </p>`
      }
      <div class="choices" role="group" aria-label=${strings.callResult}>
        ${results.map((result) =>
          view.key(result, strings.callResults[result], () => void this.#note(result, view), {
            pressed: said === 'known' && call === result,
          }),
        )}
        ${
          unknown
            ? view.key(
                'no-own-doctor',
                strings.noOwnDoctor,
                () => flow.change({ ownDoctor: 'none', ownDoctorCall: undefined }),
                { pressed: said === 'none' },
              )
            : nothing
        }
      </div>`;
  }
}
