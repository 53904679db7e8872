import type { Faulty } from '../../testing/faulty.ts';
import { bundles, leaveOut, of } from '../../testing/spoil-answers.ts';

const isSos = (b: any): boolean => of(b, 'Location').length > 0;

/** Another Schedule, of a site that has no slot. */
function idleSchedule(b: any): void {
  if (!isSos(b)) return;
  const resource = { ...structuredClone(of(b, 'Schedule')[0]), id: 'idle' };
  b.entry.push({ fullUrl: 'https://agenda.example/fhir/Schedule/idle', resource });
}

export const SOS_FAULTS: readonly Faulty[] = [
  {
    check: 'sos-one/found',
    name: 'no slot comes with the schedules',
    ...bundles((b) => leaveOut(b, ({ resourceType }) => resourceType === 'Slot')),
  },
  {
    check: 'sos-one/identifier',
    name: 'SIRET without prefix',
    ...bundles((b) => of(b, 'Organization').forEach((each) => (each.identifier[0].value = '9'))),
  },
  {
    check: 'sos-one/identifier',
    name: 'another association beside',
    request: (request) =>
      new Request(request.url.replace(/(identifier=[^&]*)/, '$1,390000090200024'), request),
  },
  {
    check: 'sos-one/sites',
    name: 'one schedule for all sites',
    ...bundles((b) => {
      const [first] = of(b, 'Schedule');
      leaveOut(b, (each) => each.resourceType === 'Schedule' && each !== first);
    }),
  },
  {
    check: 'sos-one/managed',
    name: 'a site of nobody',
    ...bundles((b) => of(b, 'Location').forEach((each) => delete each.managingOrganization)),
  },
  {
    check: 'sos-one/only-with-slots',
    name: '_has is ignored',
    ...bundles(idleSchedule),
  },
  {
    check: 'sos-one/includes',
    name: 'includes are compared letter by letter',
    body(body, { url }) {
      if (body.entry && !url.includes('=Location:organization')) {
        leaveOut(body, ({ resourceType }) => resourceType === 'Organization');
      }
    },
  },
  {
    check: 'sos-one/slot-types',
    name: 'only PUBLIC is sent',
    ...bundles((b) => {
      for (const slot of of(b, 'Slot')) slot.meta.security = slot.meta.security.slice(0, 1);
    }),
  },
  {
    check: 'sos-one/consultation-types',
    name: 'none is sent',
    ...bundles((b) => of(b, 'Slot').forEach((slot) => delete slot.serviceType)),
  },
  {
    check: 'sos-together/found',
    name: 'only the first SIRET is read',
    request: (request) =>
      new Request(request.url.replace(/(identifier=[^&,]*)(?:,|%2C)[^&]*/, '$1'), request),
  },
  {
    check: 'sos-together/union-of-each',
    name: 'all slots are at the first site',
    ...bundles((b) => {
      if (of(b, 'Organization').length < 2) return;
      for (const slot of of(b, 'Slot')) slot.schedule = of(b, 'Slot')[0].schedule;
    }),
  },
];
