import type { RegulatorAccount, RegulatorStore } from '../accounts/account.ts';
import type { AgendaSource, Call, Offer } from '../agenda.ts';
import type { SidecarConfig } from './config.ts';

/** Largest answer of the vendor's program, in bytes. */
const LARGEST = 32 * 1024 * 1024;

/** Longest wait for an answer about accounts, in ms. */
const ACCOUNT_DEADLINE = 10_000;

/** Asks the vendor's program: one address, JSON posted and answered. */
export class VendorProgram {
  readonly #url: string;
  readonly #secret: string | null;

  constructor({ url, secret }: SidecarConfig['vendor']) {
    this.#url = url;
    this.#secret = secret;
  }

  async call(message: { readonly call: string }, signal: AbortSignal): Promise<unknown> {
    const response = await this.#fetch({
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(this.#secret !== null && { Authorization: `Bearer ${this.#secret}` }),
      },
      body: JSON.stringify(message),
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`The vendor's program answered ${message.call} with ${response.status}`);
    }
    const text = await boundedText(response);
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new Error(`The vendor's program answered ${message.call} with what is no JSON`);
    }
  }

  async #fetch(request: RequestInit): Promise<Response> {
    try {
      return await fetch(this.#url, request);
    } catch (error) {
      // `fetch failed` alone tells nobody what to mend.
      const why = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const said = why instanceof Error ? why.message : 'no answer';
      throw new Error(`No answer of the vendor's program at ${this.#url}: ${said}`, {
        cause: error,
      });
    }
  }
}

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size > LARGEST) throw new Error(`The vendor's program answered more than ${LARGEST} bytes`);
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

/** The vendor's agenda behind its program: the calls `slots` and `associations`. */
export function remoteAgenda(
  program: VendorProgram,
  vendor: SidecarConfig['vendor'],
): AgendaSource {
  const offer = async (message: { readonly call: string }, { signal }: Call): Promise<Offer> =>
    (await program.call(message, signal)) as Offer;
  return {
    slotsOf: ({ practitioners, from, to }, call) =>
      offer({ call: 'slots', practitioners, ...windowOf(from, to) } as never, call),
    ...(vendor.associations && {
      slotsOfAssociations: ({ sirets, from, to }, call) =>
        offer({ call: 'associations', sirets, ...windowOf(from, to) } as never, call),
    }),
  };
}

const windowOf = (from: Date, to: Date): { readonly from: string; readonly to: string } => ({
  from: from.toISOString(),
  to: to.toISOString(),
});

/** The vendor's accounts behind its program: the call `regulators`, to find and to save. */
export function remoteRegulators(program: VendorProgram): RegulatorStore {
  const ask = async (message: object): Promise<Record<string, unknown>> => {
    const signal = AbortSignal.timeout(ACCOUNT_DEADLINE);
    const answer = await program.call({ call: 'regulators', ...message }, signal);
    return typeof answer === 'object' && answer !== null ? { ...answer } : {};
  };
  return {
    find: async (identifier) => {
      const { accounts } = await ask({ find: identifier });
      if (!Array.isArray(accounts)) throw new Error('regulators: `accounts` is missing');
      return accounts as RegulatorAccount[];
    },
    save: async (accounts) => {
      const { result } = await ask({ save: accounts });
      if (result !== 'saved' && result !== 'duplicate') {
        throw new Error('regulators: `result` is neither saved nor duplicate');
      }
      return result;
    },
  };
}
