import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type KnownToRules,
  practitionerFaults,
  type PractitionerRequest,
  settledPractitioner,
  settledStructure,
  structureSettingsFaults,
  type StructureRequest,
} from './rules.ts';

const HOME = '0b9f6a51-0000-4000-8000-000000000001';
const CPTS = '1760000050';
const knowing = (overrides: Partial<KnownToRules> = {}): KnownToRules => ({
  structureKind: null,
  locations: [HOME],
  ...overrides,
});
const part = (overrides: Partial<PractitionerRequest> = {}): PractitionerRequest => ({
  participates: true,
  ...overrides,
});
const cpts = { via: 'cpts' as const, structure: CPTS, communityLocations: [HOME] };
const shown = { hasSoftware: true, software: ['Agenda de démonstration'] };
const declared = { hasSoftware: false, declaresHours: true };

/** Request, what is known of what it names, and the faults: pointer and code. */
const PRACTITIONERS: [string, PractitionerRequest, KnownToRules, [string, string][]][] = [
  ['who takes no part owes nothing', { participates: false }, knowing(), []],
  ['1: no way', part({ via: null, ...shown }), knowing(), [['/via', 'way-required']]],
  ['1: the way left out', part(shown), knowing(), [['/via', 'way-required']]],
  [
    '2: a CPTS without its number',
    part({ ...cpts, structure: null, ...shown }),
    knowing(),
    [['/structure', 'structure-required']],
  ],
  [
    '2: an MSP without its number',
    part({ via: 'msp', ...shown }),
    knowing(),
    [['/structure', 'structure-required']],
  ],
  [
    '2: a number that nobody knows',
    part({ ...cpts, ...shown }),
    knowing(),
    [['/structure', 'unknown-structure']],
  ],
  [
    '2: an MSP in place of a CPTS',
    part({ ...cpts, ...shown }),
    knowing({ structureKind: 'msp' }),
    [['/structure', 'unknown-structure']],
  ],
  [
    '3: a CPTS without places',
    part({ ...cpts, communityLocations: [], ...shown }),
    knowing({ structureKind: 'cpts' }),
    [['/communityLocations', 'location-required']],
  ],
  [
    '3: a place of somebody else',
    part({ ...cpts, communityLocations: [HOME, 'elsewhere'], ...shown }),
    knowing({ structureKind: 'cpts' }),
    [['/communityLocations/1', 'unknown-location']],
  ],
  ['a CPTS, whole', part({ ...cpts, ...shown }), knowing({ structureKind: 'cpts' }), []],
  [
    '4: software not said',
    part({ via: 'individual', declaresHours: true }),
    knowing(),
    [['/hasSoftware', 'software-answer-required']],
  ],
  [
    '5: no software, nothing declared',
    part({ via: 'individual', hasSoftware: false }),
    knowing(),
    [['/declaresHours', 'hours-declaration-required']],
  ],
  ['5: no software, declared', part({ via: 'individual', ...declared }), knowing(), []],
  [
    '6: software whose slots are refused, nothing declared',
    part({ via: 'individual', ...shown, refusesVendorSlots: true }),
    knowing(),
    [['/declaresHours', 'hours-declaration-required']],
  ],
  [
    '6: refused, declared, and no name of the software needed',
    part({ via: 'individual', hasSoftware: true, refusesVendorSlots: true, declaresHours: true }),
    knowing(),
    [],
  ],
  [
    'software without a name',
    part({ via: 'individual', hasSoftware: true, software: [] }),
    knowing(),
    [['/software', 'software-required']],
  ],
  [
    'SOS Médecins owes neither software nor declaration',
    part({ via: 'sos-medecins' }),
    knowing(),
    [],
  ],
  [
    'an association that nobody knows',
    part({ via: 'sos-medecins', structure: '3999' }),
    knowing(),
    [['/structure', 'unknown-structure']],
  ],
  [
    'every fault at once',
    part({ via: 'cpts' }),
    knowing(),
    [
      ['/structure', 'structure-required'],
      ['/communityLocations', 'location-required'],
      ['/hasSoftware', 'software-answer-required'],
    ],
  ],
];

for (const [name, request, known, expected] of PRACTITIONERS) {
  test(`a professional: ${name}`, () => {
    const faults = practitionerFaults(settledPractitioner(request), known);
    assert.deepEqual(
      faults.map(({ pointer, code }) => [pointer, code]),
      expected,
    );
  });
}

test('what does not go with the rest is not kept', () => {
  const everything = { ...cpts, ...shown, declaresHours: true, redirectionScheme: true };
  const viaSos = settledPractitioner(part({ ...everything, via: 'sos-medecins' }));
  assert.deepEqual(viaSos, {
    participates: true,
    via: 'sos-medecins',
    structure: CPTS,
    communityLocations: [],
    hasSoftware: null,
    software: [],
    refusesVendorSlots: true,
    declaresHours: false,
    redirectionScheme: true,
  });
  const alone = settledPractitioner(part({ ...everything, via: 'individual', hasSoftware: false }));
  assert.deepEqual([alone.structure, alone.communityLocations, alone.software], [null, [], []]);
  const none = settledPractitioner({ ...everything, participates: false });
  assert.deepEqual([none.via, none.structure, none.software], [null, null, shown.software]);
});

const STRUCTURES: [string, string, StructureRequest, [string, string][]][] = [
  ['who takes no part owes nothing', CPTS, { participates: false }, []],
  [
    'a FINESS number owes declaration and count',
    CPTS,
    { participates: true },
    [
      ['/declaresHours', 'hours-declaration-required'],
      ['/practitionerCount', 'practitioner-count-required'],
    ],
  ],
  [
    'a SIRET number owes the declaration',
    '312345678901234',
    { participates: true },
    [['/declaresHours', 'hours-declaration-required']],
  ],
  ['whole', CPTS, { participates: true, declaresHours: true, practitionerCount: 4 }, []],
  ['a SIRET number, whole', '312345678901234', { participates: true, declaresHours: true }, []],
];

for (const [name, nationalId, request, expected] of STRUCTURES) {
  test(`a structure: ${name}`, () => {
    const faults = structureSettingsFaults(settledStructure(request), nationalId);
    assert.deepEqual(
      faults.map(({ pointer, code }) => [pointer, code]),
      expected,
    );
  });
}
