import {
  type CallOptions,
  isConflict,
  isNotFound,
  responseInfo,
  type SasClient,
} from '@sas-kit/client';
import type { RunningVendor } from './vendor.ts';

/**
 * Connects the vendors as an administrator does, and puts their doctors into the directory: who has no
 * agenda on the platform is found near a place by it.
 */
export async function connectVendors(
  administrator: SasClient,
  vendors: readonly RunningVendor[],
  options: CallOptions = {},
): Promise<void> {
  for (const vendor of vendors) {
    await openOffices(administrator, vendor, options);
    await connect(administrator, vendor, options);
    const practitioners = vendor.offices.map(({ practitioner }) => practitioner.nationalId);
    await administrator.editors.replaceServed(
      vendor.id,
      { practitioners, structures: [] },
      options,
    );
  }
}

/** Its port is another one at each start. */
async function connect(
  { editors }: SasClient,
  { id, name, endpoint, booksInOneStep }: RunningVendor,
  options: CallOptions,
): Promise<void> {
  const known = await editors.get(id, options).catch((error: unknown) => {
    if (isNotFound(error)) return null;
    throw error;
  });
  if (known === null) {
    await editors.create(
      { id, name, endpoint, booksInOneStep, flows: ['ps'], environment: 'test' },
      options,
    );
    return;
  }
  const ifMatch = responseInfo(known)?.etag ?? '';
  await editors.update(
    id,
    { name, endpoint, booksInOneStep, enabled: true },
    { ...options, ifMatch },
  );
}

async function openOffices(
  { schedules }: SasClient,
  { offices }: RunningVendor,
  options: CallOptions,
): Promise<void> {
  for (const { ref, practitioner, location } of offices) {
    await schedules.create({ ref, practitioner, location }, options).catch((error: unknown) => {
      // It stands since an earlier start.
      if (!isConflict(error)) throw error;
    });
  }
}
