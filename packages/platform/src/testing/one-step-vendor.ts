import { OneStepAgenda } from './one-step-agenda.ts';
import type { TestPlatform } from './test-platform.ts';
import { startTestVendor, type TestVendor } from './test-vendor.ts';

/** The practitioner of the agenda that `openAgenda` opens. */
export const WHO = '810999900018';

/**
 * Connects a vendor that books in one step.
 *
 * @param starts RFC 3339, of what is free
 * @param cancels whether it cancels so, too
 */
export async function startOneStepVendor(
  platform: TestPlatform,
  starts: readonly string[],
  { cancels = false } = {},
): Promise<{ vendor: TestVendor; agenda: OneStepAgenda }> {
  const agenda = new OneStepAgenda();
  const { book, cancel } = agenda;
  const vendor = await startTestVendor(platform, 'vendor', [WHO], {
    book,
    ...(cancels && { cancel }),
  });
  agenda.vendor = vendor;
  vendor.slots = starts.map((start) => ({ of: WHO, start }));
  return { vendor, agenda };
}

/** Ends it, with all that was booked. */
export async function endOneStepVendor(platform: TestPlatform, vendor: TestVendor): Promise<void> {
  for (const table of ['appointment', 'outbox', 'idempotency', 'editor']) {
    await platform.database.query(`delete from ${table}`);
  }
  await vendor.close();
}
