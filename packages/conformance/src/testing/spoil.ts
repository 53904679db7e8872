import type { Spoiling } from './server.ts';

/** A request to a faulty server, with its body read. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly text: string;
  /** The body; `{}` when it is no object. */
  readonly body: any;
  readonly type: string;
}

async function read(request: Request): Promise<Asked> {
  const text = await request.clone().text();
  let body: any = {};
  try {
    body = JSON.parse(text) ?? {};
  } catch {
    // Rubbish.
  }
  const { method, url, headers } = request;
  return { method, url, text, body, type: headers.get('content-type') ?? '' };
}

/** A refusal that is in order. */
export const outcome = (status: number, text = 'Refusé'): Response =>
  Response.json(
    {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: 'business-rule', details: { text } }],
    },
    { status },
  );

/** Refuses what a sound server takes. */
export const refusing = (when: (asked: Asked) => boolean, status = 422): Spoiling => ({
  answer: async (request, sound) => (when(await read(request)) ? outcome(status) : sound(request)),
});

/** Changes the answers of a sound server. */
export const answering = (change: (response: Response, asked: Asked) => Response): Spoiling => ({
  answer: async (request, sound) => {
    const asked = await read(request);
    return change(await sound(request), asked);
  },
});

/** Refuses what it has seen before, in whatever form. */
export const remembering = (
  keep: (asked: Asked, status: number) => string | undefined,
  known: (asked: Asked) => string | undefined,
): Spoiling => {
  const seen = new Set<string>();
  return {
    answer: async (request, sound) => {
      const asked = await read(request);
      const key = known(asked);
      if (key !== undefined && seen.has(key)) return outcome(422, 'Déjà connu');
      const response = await sound(request);
      const kept = keep(asked, response.status);
      if (kept !== undefined) seen.add(kept);
      return response;
    },
  };
};

/** The same answer with other headers. */
export const withHeaders = (response: Response, change: (headers: Headers) => void): Response => {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
};
/** The same answer with another status. */
export const withStatus = ({ body, headers }: Response, status: number): Response =>
  new Response(body, { status, headers });
