import { Accounts } from './accounts/accounts.ts';
import { readCriterion } from './accounts/criterion.ts';
import { readAccount } from './accounts/read-account.ts';
import { Appointments } from './appointments/appointments.ts';
import { book, readBooking } from './booking/booking.ts';
import { cancelBooking, readCancellation } from './booking/cancellation.ts';
import { respond, type Answer } from './http/answer.ts';
import { readBody } from './http/body.ts';
import { languageOf, outcomeAnswer } from './http/outcome.ts';
import { refuse, Refusal } from './http/refusal.ts';
import { route, type Operation } from './http/route.ts';
import { parseObject } from './http/safe-json.ts';
import { metadataText } from './metadata.ts';
import { settingsOf, type ConnectorOptions, type Settings } from './options.ts';
import { explainSlot, type Explanation, type ExplainOptions } from './publish/explain.ts';
import { FindingLog } from './publish/finding-log.ts';
import { searchAgenda } from './publish/search-agenda.ts';
import { SlotWriter } from './publish/written-slots.ts';
import { readScheduleSearch, readSlotSearch } from './search/read-search.ts';
import type { Search } from './search/search.ts';
import { cancelsBookings, type Offer } from './agenda.ts';

/** What a vendor mounts. */
export interface Connector {
  /**
   * Answers any request below the base address: `GET /Slot`, `GET /Schedule`, `GET /metadata`,
   * `POST` and `PUT /Practitioner`, and of `/Appointment` where bookings are made in one step. Never throws. Who may ask is decided before: see `tls`.
   */
  readonly handle: (request: Request) => Promise<Response>;
  /**
   * Why a slot is sent or not, in each search.
   *
   * @param slot its id, asked of `agenda.slot`, or an offer with this one slot.
   */
  readonly explain: (slot: string | Offer, options?: ExplainOptions) => Promise<Explanation>;
  /** Tells the platform about appointments that regulators took (INT_R03). */
  readonly appointments: Appointments;
}

/**
 * Makes the FHIR interface that SAS asks of a vendor from the vendor's own agenda.
 *
 * @throws TypeError for a `baseUrl` that is no http(s) address, RangeError for a bound below 1.
 */
export function createConnector(options: ConnectorOptions): Connector {
  const settings = settingsOf(options);
  const log = new FindingLog(settings.onFinding);
  const server = new Server(settings, log);
  return {
    handle: (request) => server.handle(request),
    explain: (slot, explainOptions) => explainSlot(slot, settings, explainOptions),
    appointments: new Appointments(options.appointments ?? null, settings),
  };
}

class Server {
  readonly #settings: Settings;
  readonly #log: FindingLog;
  readonly #writer: SlotWriter;
  readonly #accounts: Accounts | null;
  readonly #metadata: string;
  readonly #offered: ReadonlySet<Operation>;
  readonly #basePath: string;

  constructor(settings: Settings, log: FindingLog) {
    const { agenda, regulators, baseUrl } = settings;
    this.#settings = settings;
    this.#log = log;
    this.#writer = new SlotWriter(settings, (finding) => log.add(finding));
    this.#accounts = regulators === null ? null : new Accounts(regulators, settings);
    this.#metadata = metadataText(settings);
    this.#basePath = new URL(baseUrl).pathname.replace(/\/+$/, '');
    const offered: Operation[] = ['metadata'];
    if (agenda.slotsOf !== undefined) offered.push('search-slots');
    if (agenda.slotsOfAssociations !== undefined) offered.push('search-schedules');
    if (regulators !== null) offered.push('create-regulator', 'update-regulator');
    if (agenda.book !== undefined) offered.push('book');
    if (cancelsBookings(agenda)) offered.push('cancel-booking');
    this.#offered = new Set(offered);
  }

  async handle(request: Request): Promise<Response> {
    try {
      return await respond(request, await this.#answer(request));
    } catch (error) {
      const refusal = error instanceof Refusal ? error : this.#unexpected(error);
      const language = languageOf(request.headers.get('accept-language'));
      return respond(request, outcomeAnswer(refusal, language));
    }
  }

  #unexpected(error: unknown): Refusal {
    this.#settings.onError(error, 'request');
    return refuse.unexpected();
  }

  async #answer(request: Request): Promise<Answer> {
    const { maxUrlLength } = this.#settings;
    if (request.url.length > maxUrlLength) throw refuse.longUrl(maxUrlLength);
    const { pathname, search } = new URL(request.url);
    const query = search.slice(1);
    switch (route(request.method, pathname, this.#basePath, this.#offered)) {
      case 'metadata':
        return { status: 200, body: this.#metadata, cacheable: true };
      case 'search-slots':
        return this.#search(readSlotSearch(query), request);
      case 'search-schedules':
        return this.#search(readScheduleSearch(query), request);
      case 'create-regulator':
        return this.#accountsOrNone().create(readAccount(await this.#body(request)));
      case 'update-regulator': {
        const criterion = readCriterion(query);
        return this.#accountsOrNone().update(criterion, readAccount(await this.#body(request)));
      }
      case 'book': {
        const wanted = readBooking(await this.#body(request));
        return book(wanted, this.#writer.vendorId(wanted.slot), this.#settings);
      }
      case 'cancel-booking':
        return cancelBooking(readCancellation(query, await this.#body(request)), this.#settings);
    }
  }

  #accountsOrNone(): Accounts {
    if (this.#accounts === null) throw refuse.unknownPath();
    return this.#accounts;
  }

  async #search(search: Search, { signal }: Request): Promise<Answer> {
    const { body, etag } = await searchAgenda(
      search,
      this.#settings,
      this.#writer,
      this.#log,
      signal,
    );
    return { status: 200, body, etag, cacheable: true };
  }

  async #body(request: Request): Promise<Readonly<Record<string, unknown>>> {
    return parseObject(await readBody(request, this.#settings.maxBodyBytes));
  }
}
