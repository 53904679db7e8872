import type { Asked } from '../../testing/spoil.ts';
import { answering, withHeaders } from '../../testing/spoil.ts';
import type { Spoiling } from '../../testing/server.ts';

const located = (id: string) => ({ Location: `/fhir/Practitioner/${id}` });
/** Accepts every request, without looking. */
export const takesEverything: Spoiling = {
  answer: ({ method }) =>
    Response.json({}, { status: method === 'POST' ? 201 : 200, headers: located('always') }),
};
/** Never says where a resource is. */
export const withoutLocation = answering((response) =>
  withHeaders(response, (headers) => headers.delete('location')),
);

/** The first identifier of the body. */
export const identifierOf = ({ body }: Asked): { system: string; value: string } =>
  body.identifier?.[0] ?? {};
/** Whether it is one that the SAS gives. */
export const isTechnical = (asked: Asked): boolean =>
  identifierOf(asked).system?.endsWith('213.3.6');
/** An identifier in a body that may be no JSON. */
export const valueIn = ({ text }: Asked): string | undefined =>
  /"value":"([^"\\]+)/.exec(text)?.[1];
