import { expect } from '@open-wc/testing';
import '../components/agenda/agenda.ts';
import { createAgenda } from '../components/agenda/testing/agenda-scenes.ts';
import * as agenda from '../components/agenda/testing/agenda-fixtures.ts';
import '../components/availability/availability.ts';
import '../components/booking/booking.ts';
import '../components/directory/directory.ts';
import { listed } from '../components/directory/testing/directory-fixtures.ts';
import '../components/participation/participation.ts';
import * as participation from '../components/participation/testing/participation-fixtures.ts';
import { createParticipation } from '../components/participation/testing/participation-scenes.ts';
import '../components/territory-settings/territory-settings.ts';
import {
  FakeTerritories,
  territory as ownTerritory,
  waiting,
} from '../components/territory-settings/testing/fake-territories.ts';
import { createSettings } from '../components/territory-settings/testing/settings-scenes.ts';
import * as call from '../components/when-to-call/testing/call-fixtures.ts';
import '../components/when-to-call/when-to-call.ts';
import * as fixtures from '../testing/fixtures.ts';
import { create, type Scene } from '../testing/scenes.ts';
import { find, textOf, until, untilText } from '../testing/tree.ts';
import { withoutDates } from '../testing/without-dates.ts';

/** Puts an element on the page, and gives what it did not catch. */
async function show(element: HTMLElement, seen: (element: HTMLElement) => Promise<unknown>) {
  const uncaught: unknown[] = [];
  const hear = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    uncaught.push(event.reason);
  };
  addEventListener('unhandledrejection', hear);
  const parent = document.createElement('div');
  parent.lang = 'fr';
  document.body.append(parent);
  parent.append(element);
  try {
    await seen(element);
    expect(uncaught).to.deep.equal([]);
  } finally {
    removeEventListener('unhandledrejection', hear);
    parent.remove();
  }
}

const problem = (element: HTMLElement) => until(element, '[part=problem]');

describe('dates that are none', () => {
  const called = (territory: typeof call.territory): Scene => ({
    script: { territory: async () => territory },
    attributes: { territory: 'demonstration', at: '2026-11-23T14:20:00+01:00' },
  });

  it('leave the numbers of <sas-when-to-call> that are known, and their date as it was sent', () =>
    show(
      create('sas-when-to-call', called(call.where({ checkedOn: 'hier', dangerSigns: null }))),
      async (element) => {
        await untilText(element, '02 61 91 91 91');
        find<HTMLDetailsElement>(element, 'details')!.open = true;
        await untilText(element, 'hier');
      },
    ));

  it('hide a number of which nobody can say whether it holds, not the others', () =>
    show(
      create(
        'sas-when-to-call',
        called(
          call.where({
            accessNumbers: [
              { ...call.dayNumber, number: '3600', validUntil: 'bientôt' },
              call.dayNumber,
            ],
          }),
        ),
      ),
      async (element) => {
        await untilText(element, '02 61 91 91 91');
        expect(textOf(element)).not.to.include('3600');
      },
    ));

  it('and a zone that is none leave the 15 in <sas-when-to-call>', () =>
    show(
      create('sas-when-to-call', called(call.where({ timeZone: 'Mars/Olympus' }))),
      async (element) => {
        await problem(element);
        expect(textOf(find(element, '[part=problem]')!)).to.include('15');
        expect(find(element, '.skeleton')).to.equal(null);
      },
    ));

  const cases: [
    name: string,
    make: () => HTMLElement,
    seen: (element: HTMLElement) => Promise<unknown>,
  ][] = [
    [
      'sas-when-to-call, everywhere',
      () => create('sas-when-to-call', called(withoutDates(call.territory))),
      (element) => untilText(element, '15'),
    ],
    ...(['sas-availability', 'sas-booking'] as const).map((tag): (typeof cases)[number] => [
      tag,
      () =>
        create(tag, {
          attributes: { insee: '76351' },
          script: { search: async () => withoutDates(fixtures.results) },
        }),
      problem,
    ]),
    [
      'sas-directory',
      () =>
        create('sas-directory', {
          script: { territories: async () => ({ items: withoutDates(listed), next: null }) },
        }),
      (element) => untilText(element, 'Le Havre – Fécamp'),
    ],
    [
      'sas-agenda',
      () =>
        createAgenda({
          holdings: {
            slots: withoutDates(agenda.slots),
            rules: withoutDates([agenda.rule]),
            absences: withoutDates([agenda.absence]),
          },
          answers: {
            'slots.list': async () => ({ items: withoutDates(agenda.slots), next: null }),
          },
        }),
      problem,
    ],
    [
      'sas-participation',
      () =>
        createParticipation({
          holdings: { practitioner: withoutDates(participation.throughCpts) },
        }).element,
      problem,
    ],
    [
      'sas-territory-settings',
      () =>
        createSettings({
          platform: () => new FakeTerritories(withoutDates(ownTerritory), [withoutDates(waiting)]),
        }),
      problem,
    ],
  ];
  for (const [name, make, seen] of cases) {
    it(`leave nothing loading and nothing uncaught: ${name}`, () => show(make(), seen));
  }
});
