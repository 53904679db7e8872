/** What the SDK must hold, and the tests that show it; paths from the root. */
export const SDK_ACCEPTANCE: readonly (readonly [what: string, ...tests: string[]])[] = [
  [
    '503, 503, 201 on a booking, or its answer lost after it was made: one key, one appointment',
    'examples/sdk/acceptance/one-booking.test.ts',
  ],
  [
    '200 parallel bookings of one slot: one 201, 199 `slot-taken` with what is free next',
    'examples/sdk/acceptance/booking-race.test.ts',
  ],
  [
    '`Retry-After` in seconds, as a date, over, an hour long; with jitter and without',
    'examples/sdk/acceptance/retry-after.test.ts',
  ],
  [
    '50 calls with an expired token: one refresh; one that fails or hangs: 50 typed errors',
    'examples/sdk/acceptance/token-refresh.test.ts',
  ],
  [
    'HTML, nothing, `OperationOutcome`, a cut or endless body: a typed error with status and request id',
    'examples/sdk/acceptance/answers.test.ts',
  ],
  [
    'the size, and the import in Node, Deno, Bun, a page, a bundle, a worker without globals',
    'tools/budget.ts',
    'examples/runtimes/runtimes.test.ts',
    'packages/client/src/import.test.ts',
  ],
  [
    'the samples of the Hub, everything in which the guide and the schemas differ, both DST changes',
    'packages/fhir/src/hub/official.test.ts',
    'packages/fhir/src/hub/parse-tolerance.test.ts',
    'packages/fhir/src/hub/instants.test.ts',
  ],
  [
    'a slot search of 25 practitioners with stray blanks over 29 March and 25 October 2026; its p99 is printed by `npm run bench connector`',
    'examples/sdk/acceptance/slot-search.test.ts',
    'packages/connector/bench/search.ts',
  ],
  [
    'a hold expires by itself, is extended, released, converted; a held slot is in no search',
    'examples/sdk/acceptance/holds.test.ts',
  ],
  [
    'no message of the Hub lost nor doubled over restarts of the broker, redelivery, expiry, nack',
    'packages/connector/src/hub/restart.test.ts',
    'packages/connector/src/hub/crash.test.ts',
    'packages/connector/src/hub/consumer.test.ts',
  ],
];

/** The table of the page about the examples. */
export function acceptanceTable(): string {
  const link = (path: string) => `[${path.split('/').at(-1)}](../${path})`;
  const rows = SDK_ACCEPTANCE.map(
    ([what, ...tests], index) => `| ${index + 1} | ${what} | ${tests.map(link).join(', ')} |`,
  );
  return ['| | what holds | where it is shown |', '| --- | --- | --- |', ...rows].join('\n');
}
