import { type Finding, type Flow, writeBundle } from '@sas-kit/fhir';
import type { Offer } from '../agenda.ts';
import { withDeadline } from '../deadline.ts';
import type { Settings } from '../options.ts';
import { judge, type Ready } from './judge.ts';
import { writeEntry } from './linked-entries.ts';
import { mendSlot, withUrl } from './mend-slot.ts';
import { RecordVersions } from './record-versions.ts';
import { recordsOf, slotsOf, type Records } from './records.ts';
import { slotFinding } from './rules.ts';
import { agendaOf, LARGEST_SLOT } from './written-slots.ts';

/** For which search a slot is explained. */
export interface ExplainOptions {
  /** Window of a search; without it, any time will do. */
  readonly from?: Date;
  readonly to?: Date;
}

/** What one search does with a slot. */
export interface FlowExplanation {
  readonly flow: Flow;
  readonly sent: boolean;
  /** Why it is not sent; empty when it is. */
  readonly reasons: readonly Finding[];
}

/** Why a slot is sent or not, for the people of the practice. Each reason has a name, `rule`. */
export interface Explanation {
  readonly slot: string;
  /** Whether at least one search answers it. */
  readonly sent: boolean;
  /** Practitioners' and CPTS searches, or that of associations. */
  readonly searches: readonly FlowExplanation[];
  /** What was mended or left out of it. */
  readonly mended: readonly Finding[];
}

/** See `Connector.explain`. */
export async function explainSlot(
  asked: string | Offer,
  settings: Settings,
  { from, to }: ExplainOptions = {},
): Promise<Explanation> {
  if (typeof asked === 'string' && settings.agenda.slot === undefined) {
    return refused(asked, ['ps', 'cpts', 'sos'], [slotFinding('no-look-up', asked)]);
  }
  const offer = typeof asked === 'string' ? await fetchSlot(asked, settings) : asked;
  const slots = offer === null ? [] : slotsOf(offer);
  const slot = typeof asked === 'string' ? slots.find(({ id }) => id === asked) : slots[0];
  const id = typeof asked === 'string' ? asked : (slot?.id ?? '');
  if (offer === null || slot === undefined) {
    return refused(id, ['ps', 'cpts', 'sos'], [slotFinding('unknown-slot', id)]);
  }
  const records = recordsOf(offer, new RecordVersions(1));
  const judged = judge(slot, records, {
    identifiers: null,
    from: from?.getTime() ?? -Infinity,
    to: to?.getTime() ?? Infinity,
  });
  const flows: readonly Flow[] = slot.site ? ['sos'] : ['ps', 'cpts'];
  if (!('ready' in judged)) return refused(id, flows, judged.reasons);
  const ready = withUrl(judged.ready, settings.agendaUrl);
  const written = flows.map((flow) => writeOne(flow, ready, records, settings));
  const mended = [...mendSlot(ready).findings, ...written.flatMap((each) => each.mended)];
  const searches = written.map(({ flow, sent, reasons }) => ({ flow, sent, reasons }));
  return { slot: id, sent: searches.some(({ sent }) => sent), searches, mended: distinct(mended) };
}

async function fetchSlot(id: string, { agenda, deadlineMs }: Settings): Promise<Offer | null> {
  return withDeadline(deadlineMs, () => agenda.slot?.(id) ?? null);
}

function refused(slot: string, flows: readonly Flow[], reasons: readonly Finding[]): Explanation {
  const searches = flows.map((flow) => ({ flow, sent: false, reasons }));
  return { slot, sent: false, searches, mended: [] };
}

function writeOne(flow: Flow, ready: Ready, records: Records, settings: Settings) {
  const { baseUrl, identifierSystem, guide } = settings;
  const { resource, leftOut, findings } = writeBundle(
    flow,
    agendaOf([mendSlot(ready).slot], records),
    {
      baseUrl,
      selfUrl: baseUrl,
      identifierSystem,
      guide,
    },
  );
  const large = (resource.entry ?? []).some(
    (entry) => writeEntry(entry).bytes.byteLength > LARGEST_SLOT,
  );
  const reason = large ? slotFinding('slot-too-large', ready.slot.id) : leftOut.get(ready.slot.id);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    flow,
    sent: reason === undefined,
    reasons: reason === undefined ? [] : distinct([reason, ...errors]),
    mended: findings.filter(({ severity }) => severity === 'warning'),
  };
}

function distinct(findings: readonly Finding[]): Finding[] {
  const key = ({ rule, place, message }: Finding): string => `${rule} ${place} ${message.en}`;
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}
