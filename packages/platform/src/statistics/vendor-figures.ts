import { Temporal } from 'temporal-polyfill';
import { type EditorDay, VENDOR_ZONE } from '../aggregation/health/editor-days.ts';
import { noLatencies, percentileMs } from '../aggregation/health/latency.ts';
import type { components } from '../generated/platform.ts';
import { formatInstant } from '../http/instants.ts';
import { percent } from './figures.ts';
import { type Period, windowBounds } from './periods.ts';
import type { Window } from './window.ts';

type Figures = components['schemas']['VendorFigures'];
type Step = components['schemas']['VendorStatistics']['step'];

/** Figures of each vendor by period, oldest first, and of each in the whole window. */
export function vendorFigures(
  days: readonly EditorDay[],
  window: Window<Step>,
): { items: Figures[]; totals: Figures[] } {
  const periods = grouped(days, ({ day, editorId }) => `${periodOf(day, window)[0]} ${editorId}`);
  const vendors = grouped(days, ({ editorId }) => editorId);
  return {
    items: periods.map((some) => {
      const [from, to] = periodOf(some[0]!.day, window);
      return toFigures(some, windowBounds({ ...window, from, to }, VENDOR_ZONE));
    }),
    totals: vendors.map((some) => toFigures(some, windowBounds(window, VENDOR_ZONE))),
  };
}

function grouped(days: readonly EditorDay[], keyOf: (day: EditorDay) => string): EditorDay[][] {
  const groups = new Map<string, EditorDay[]>();
  for (const day of days) {
    const group = groups.get(keyOf(day));
    if (group === undefined) groups.set(keyOf(day), [day]);
    else group.push(day);
  }
  return [...groups.values()];
}

/** First and last day of the period that a day lies in, within the window. */
function periodOf(day: string, { from, to, step }: Window<Step>): [string, string] {
  const date = Temporal.PlainDate.from(day);
  const first =
    step === 'day'
      ? date
      : step === 'week'
        ? date.subtract({ days: date.dayOfWeek - 1 })
        : date.with({ day: 1 });
  const last = first.add({ [`${step}s`]: 1 }).subtract({ days: 1 });
  const [begins, ends] = [first.toString(), last.toString()];
  return [begins < from ? from : begins, ends > to ? to : ends];
}

/** Steps of several days add up, and so a percentile of the sum is that of all answers together. */
function toFigures(days: readonly EditorDay[], { from, to }: Period): Figures {
  const sum = (name: 'complete' | 'timeout' | 'failed' | 'refused' | 'circuitOpen') =>
    days.reduce((all, day) => all + day[name], 0);
  const counts = {
    complete: sum('complete'),
    timeout: sum('timeout'),
    failed: sum('failed'),
    refused: sum('refused'),
  };
  const asked = Object.values(counts).reduce((all, count) => all + count, 0);
  const latencies = noLatencies().map((_, step) =>
    days.reduce((all, day) => all + (day.latencies[step] ?? 0), 0),
  );
  const [{ editorId: id, name }] = days as [EditorDay];
  return {
    from: formatInstant(from, VENDOR_ZONE),
    to: formatInstant(to, VENDOR_ZONE),
    vendor: { id, name },
    asked,
    ...counts,
    circuitOpen: sum('circuitOpen'),
    completePercent: percent(counts.complete, asked),
    medianMs: percentileMs(latencies, 0.5),
    p95Ms: percentileMs(latencies, 0.95),
  };
}
