import { explainHubError, HUB_RULES } from '@sas-kit/fhir/hub';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';

type Transmission = components['schemas']['Transmission'];

/** How far the latest message about an appointment is. */
export interface TransmissionRow extends Pick<
  Transmission,
  'state' | 'step' | 'code' | 'rule' | 'without'
> {
  /** RFC 3339. */
  at: string;
}

/** SQL of a {@link TransmissionRow}, null where nobody is told. @param appointment SQL of its id. */
export const transmissionOf = (appointment: string): string =>
  `(select jsonb_build_object('state', t.state, 'at', t.state_at, 'step', t.step, 'code', t.code,
      'rule', t.rule, 'without', t.without)
    from transmission t where t.appointment_id = ${appointment} order by t.number desc limit 1)`;

/** @param zone of the place. */
export function presentTransmission({ at, ...row }: TransmissionRow, zone: string): Transmission {
  return { ...row, at: formatInstant(new Date(at), zone), detail: wordsOf(row) };
}

function wordsOf({ code, rule }: Pick<TransmissionRow, 'code' | 'rule'>): Transmission['detail'] {
  if (code !== null) return explainHubError(code).message;
  if (rule === null || !Object.hasOwn(HUB_RULES, rule)) return null;
  return HUB_RULES[rule as keyof typeof HUB_RULES].message;
}
