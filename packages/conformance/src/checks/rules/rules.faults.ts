import { type Flow, lint, writeBundle } from '@sas-kit/fhir';
import { RULES } from '@sas-kit/fhir/lint';
import { SEARCH_MUTATIONS, type Mutation } from '../../../../fhir/src/testing/mutations.ts';
import { SAMPLE_AGENDA, SAMPLE_OPTIONS } from '../../../../fhir/src/testing/sample-agenda.ts';
import type { Faulty } from '../../testing/faulty.ts';
import { bundles } from '../../testing/spoil-answers.ts';
import { OWN_MUTATIONS } from './own-mutations.faults.ts';

const FLOWS: readonly Flow[] = ['ps', 'cpts', 'sos'];

/** A change that passes over the answers in which there is nothing to change. */
const whereItFits =
  (change: Mutation['change']): Mutation['change'] =>
  (bundle) => {
    try {
      change(bundle);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  };

/** Whether a fault of another flow is one in the answers of this flow too. */
function fits({ rule, change, options }: Mutation, flow: Flow): boolean {
  const { resource } = writeBundle(flow, SAMPLE_AGENDA, SAMPLE_OPTIONS);
  const bundle = structuredClone(resource);
  whereItFits(change)(bundle);
  return lint(bundle, flow, options).some((finding) => finding.rule === rule);
}

function toFaulty({ rule, name, change, options }: Mutation, flow: Flow, severity: string): Faulty {
  const { guide } = options ?? {};
  return {
    check: `${flow}/${rule}`,
    name,
    rule,
    status: severity === 'error' ? 'failed' : severity === 'warning' ? 'warning' : 'passed',
    ...bundles(whereItFits(change)),
    ...(guide !== undefined && { config: (config) => ({ ...config, guide }) }),
  };
}

/**
 * The faults of fhir's own tests put into the answers of a server; for a flow that has none there, those
 * of another flow.
 */
export const RULE_FAULTS: readonly Faulty[] = RULES.flatMap(({ id, flows, severity }) =>
  FLOWS.filter((flow) => flows.includes(flow) && id !== 'resource-type').flatMap((flow) => {
    const own = OWN_MUTATIONS.filter((each) => each.rule === id && each.flow === flow);
    const known = SEARCH_MUTATIONS.filter((each) => each.rule === id);
    const ofFlow = known.filter((each) => each.flow === flow);
    const borrowed = ofFlow.length > 0 ? ofFlow : known.filter((each) => fits(each, flow));
    const chosen = own.length > 0 ? own : borrowed;
    return chosen.map((mutation) => toFaulty(mutation, flow, severity));
  }),
);
