import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { contract } from '../http/contract.ts';
import { TEST_ORIGIN, type TestPlatform } from './test-platform.ts';

/** An event of a stream, its data of many shapes: the contract has checked it. */
export interface ReadEvent {
  event: string;
  data: any;
}

/** An open stream. */
export interface EventReader {
  readonly status: number;
  readonly headers: Headers;
  /** Everything that came so far, comments included. */
  text(): string;
  /** Events that were not looked at yet, up to and with the first that fits; it waits for that. */
  until(fits: (event: ReadEvent) => boolean): Promise<ReadEvent[]>;
  /** Waits for so many more signs of life. */
  heartbeats(count: number): Promise<void>;
  /** Waits for the server to end it. */
  ended(): Promise<void>;
  /** Hangs up. */
  close(): void;
}

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const schemas = JSON.parse(
  JSON.stringify(contract.components.schemas).replaceAll('#/components/schemas/', 'c#/$defs/'),
) as object;
ajv.addSchema({ $id: 'c', $defs: schemas });
const isOfProfessional = ajv.compile({ $ref: 'c#/$defs/AvailabilityEvent' });
const isOfPublic = ajv.compile({ $ref: 'c#/$defs/PublicAvailabilityEvent' });
const isOrientation = ajv.compile({ $ref: 'c#/$defs/OrientationEvent' });

/** Opens the stream of a search. */
export function readStream(
  platform: TestPlatform,
  query: string,
  as: string | null,
  headers: Record<string, string> = {},
): Promise<EventReader> {
  const isPublic = as === 'public' || (as === null && headers['cookie'] === undefined);
  const address = `/v1/availability/stream?${query}`;
  return openStream(platform, address, as, headers, isPublic ? isOfPublic : isOfProfessional);
}

/** Opens the stream of orientations. */
export function readOrientations(
  platform: TestPlatform,
  query: string,
  as: string,
): Promise<EventReader> {
  return openStream(platform, `/v1/orientations/stream?${query}`, as, {}, isOrientation);
}

/** Opens a stream over real HTTP and reads it as it comes; what does not fit the contract fails. */
async function openStream(
  platform: TestPlatform,
  address: string,
  as: string | null,
  headers: Record<string, string>,
  isValid: ValidateFunction,
): Promise<EventReader> {
  const abort = new AbortController();
  const { publishableKey, tokens } = platform.credentials;
  const credentials = {
    ...(as === 'public' && { 'x-sas-key': publishableKey, origin: TEST_ORIGIN }),
    ...(as !== null && as !== 'public' && { authorization: `Bearer ${tokens[as]}` }),
  };
  const response = await fetch(`${platform.url}${address}`, {
    headers: { ...credentials, ...headers },
    signal: abort.signal,
  });
  let text = '';
  let isOver = false;
  const events: ReadEvent[] = [];
  let rest = '';
  let beats = 0;
  let wake: () => void = () => undefined;
  const take = (block: string) => {
    const [, event, data] = /^event: (\w+)\ndata: (.+)$/m.exec(block) ?? [];
    if (block === ':') beats += 1;
    if (event === undefined) return;
    const read = { event, data: JSON.parse(data!) as unknown };
    assert.ok(isValid(read), `${block}: ${JSON.stringify(isValid.errors)}`);
    events.push(read);
  };
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) {
      const more = decoder.decode(chunk, { stream: true });
      text += more;
      const blocks = (rest + more).split('\n\n');
      rest = blocks.pop()!;
      blocks.forEach(take);
      wake();
    }
  })();
  let failed: Error | null = null;
  reading
    .catch((error: Error) => (failed = abort.signal.aborted ? null : error))
    .finally(() => {
      isOver = true;
      wake();
    });
  const turn = () => {
    if (isOver) throw new Error('the stream is over', { cause: failed });
    return new Promise<void>((done) => (wake = done));
  };
  return {
    status: response.status,
    headers: response.headers,
    text: () => text,
    async until(fits) {
      for (;;) {
        const at = events.findIndex(fits);
        if (at >= 0) return events.splice(0, at + 1);
        await turn();
      }
    },
    async heartbeats(count) {
      const before = beats;
      while (beats < before + count) await turn();
    },
    async ended() {
      while (!isOver) await new Promise<void>((done) => (wake = done));
      if (failed !== null) throw failed;
    },
    close: () => abort.abort(),
  };
}
