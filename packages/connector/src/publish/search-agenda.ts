import type { Call, Offer } from '../agenda.ts';
import { DeadlineError, withDeadline } from '../deadline.ts';
import { refuse } from '../http/refusal.ts';
import type { Settings } from '../options.ts';
import type { Search } from '../search/search.ts';
import { assembleBundle, type WrittenBundle } from './assemble-bundle.ts';
import type { FindingLog } from './finding-log.ts';
import { judge, type Ready } from './judge.ts';
import { withUrl } from './mend-slot.ts';
import { recordsOf, slotsOf } from './records.ts';
import { slotFinding } from './rules.ts';
import { isShownIn } from './shown.ts';
import type { SlotWriter, WrittenSlot } from './written-slots.ts';

/** Slots written at once at least: one by one, an agenda of bad slots would take for ever. */
const SMALLEST_BATCH = 100;

const NOTHING: Offer = { slots: [] };

/** Answers a search: asks the vendor, keeps what may leave, writes it. */
export async function searchAgenda(
  search: Search,
  settings: Settings,
  writer: SlotWriter,
  log: FindingLog,
  signal?: AbortSignal,
): Promise<WrittenBundle> {
  const offer = await ask(search, settings, signal);
  const type = search.flow === 'sos' ? 'Schedule' : 'Slot';
  const self = `${settings.baseUrl}/${type}?${search.self}`;
  try {
    const records = recordsOf(offer, writer.versions);
    const asked = {
      identifiers: new Set(search.identifiers),
      from: search.from,
      to: search.to,
    };
    const ready: Ready[] = [];
    for (const slot of slotsOf(offer)) {
      const judged = judge(slot, records, asked);
      if ('reasons' in judged) for (const reason of judged.reasons) log.add(reason);
      else if (isShownIn(search.flow, slot)) {
        ready.push(withUrl(judged.ready, settings.agendaUrl));
      }
    }
    ready.sort((one, other) => one.start - other.start || (one.slot.id < other.slot.id ? -1 : 1));
    // The matches that `_count` bounds are the slots, but the Schedules in the SOS flow.
    const sos = search.flow === 'sos';
    const most = Math.min(settings.maxSlots, sos ? Infinity : (search.count ?? Infinity));
    if (ready.length > settings.maxSlots) {
      log.add(slotFinding('more-than-allowed', '*', '', `${ready.length} > ${settings.maxSlots}`));
    }
    const written: WrittenSlot[] = [];
    let seen = 0;
    // A writer may leave some out: others take their place.
    while (written.length < most && seen < ready.length) {
      const batch = ready.slice(seen, seen + Math.max(most - written.length, SMALLEST_BATCH));
      seen += batch.length;
      for (const each of writer.write(search.flow, batch, records)) {
        if (each.entry !== null) written.push(each);
      }
    }
    const sent = written.slice(0, most);
    const unsent = sos ? 0 : written.length - sent.length + ready.length - seen;
    return assembleBundle(search.flow, sent, self, unsent);
  } catch (error) {
    settings.onError(error, 'search');
    throw refuse.failedAgenda();
  }
}

async function ask(search: Search, settings: Settings, signal?: AbortSignal): Promise<Offer> {
  const { agenda, deadlineMs } = settings;
  // An upside-down window finds nothing (C36); nor does an identifier that nobody can have.
  if (search.from > search.to || search.identifiers.length === 0) return NOTHING;
  const window = { from: new Date(search.from), to: new Date(search.to) };
  const call = (context: Call) =>
    search.flow === 'sos'
      ? agenda.slotsOfAssociations?.({ ...window, sirets: search.identifiers }, context)
      : agenda.slotsOf?.({ ...window, practitioners: search.identifiers }, context);
  try {
    const offer = await withDeadline(deadlineMs, (aborted) => call({ signal: aborted }), signal);
    // Nonsense is a failure: it must not look like an agenda without slots.
    if (!Array.isArray(offer?.slots)) throw new TypeError('The agenda answered no list of slots');
    return offer;
  } catch (error) {
    // Who has gone away is no fault of the agenda.
    if (signal?.aborted !== true) settings.onError(error, 'search');
    throw error instanceof DeadlineError ? refuse.slowAgenda(deadlineMs) : refuse.failedAgenda();
  }
}
