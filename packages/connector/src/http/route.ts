import { refuse } from './refusal.ts';

/** What can be asked of the interface. */
export type Operation =
  | 'search-slots'
  | 'search-schedules'
  | 'create-regulator'
  | 'update-regulator'
  | 'book'
  | 'cancel-booking'
  | 'metadata';

type Table = Readonly<Record<string, Readonly<Partial<Record<string, Operation>>>>>;

const ROUTES: Table = {
  Slot: { GET: 'search-slots', HEAD: 'search-slots' },
  Schedule: { GET: 'search-schedules', HEAD: 'search-schedules' },
  metadata: { GET: 'metadata', HEAD: 'metadata' },
  Practitioner: { POST: 'create-regulator', PUT: 'update-regulator' },
  Appointment: { POST: 'book', PUT: 'cancel-booking' },
};

/**
 * Finds the operation of a request.
 *
 * @param path of the request; the path of the base address before it is dropped, mounted or not.
 * @param offered the operations that this vendor has.
 * @throws 404 for an address that is not there, 405 with `Allow` for another method.
 */
export function route(
  method: string,
  path: string,
  basePath: string,
  offered: ReadonlySet<Operation>,
): Operation {
  const relative = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  // The guide writes both `/Slot` and `/Slot/`.
  const name = /^\/([A-Za-z]+)\/?$/.exec(relative)?.[1];
  const methods = name !== undefined && Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
  const known = Object.entries(methods ?? {}).filter(
    ([, operation]) => operation !== undefined && offered.has(operation),
  );
  if (known.length === 0) throw refuse.unknownPath();
  const found = known.find(([each]) => each === method)?.[1];
  if (found === undefined) throw refuse.method(known.map(([each]) => each));
  return found;
}
