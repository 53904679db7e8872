import type { Spoiling } from './server.ts';

type Change = (bundle: any) => void;

/** The resources of one type of a Bundle. */
export const of = (bundle: any, type: string): any[] =>
  bundle.entry
    .map((entry: any) => entry.resource)
    .filter((each: any) => each.resourceType === type);

/** Takes entries out of a Bundle; `total` follows the slots. */
export function leaveOut(bundle: any, unwanted: (resource: any) => boolean): void {
  bundle.entry = bundle.entry.filter((entry: any) => !unwanted(entry.resource));
  bundle.total = of(bundle, 'Slot').length;
}

/** Changes each Bundle that has entries. */
export function bundles(change: Change): Pick<Spoiling, 'body'> {
  return {
    body(body) {
      if (body?.resourceType === 'Bundle' && body.entry?.length > 0) change(body);
    },
  };
}

/** Changes each Bundle, also those without entries. */
export function anyBundle(change: Change): Pick<Spoiling, 'body'> {
  return {
    body(body) {
      if (body?.resourceType === 'Bundle') change(body);
    },
  };
}

/** Reads another address than the one asked for. */
export function addresses(change: (url: string) => string): Pick<Spoiling, 'request'> {
  return {
    request: ({ method, headers, url, body }) =>
      new Request(change(url), { method, headers, body, ...(body !== null && { duplex: 'half' }) }),
  };
}

/** Answers searches with this status and body instead of refusing them. */
export function neverRefuses(
  status: number,
  body: unknown = { resourceType: 'Bundle', type: 'searchset', total: 0 },
): Pick<Spoiling, 'answer'> {
  return {
    async answer(request, sound) {
      const response = await sound(request);
      if (request.method !== 'GET' || response.status < 400) return response;
      return Response.json(body, { status });
    },
  };
}
