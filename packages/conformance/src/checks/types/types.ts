import { CODE_SYSTEMS, type Flow } from '@sas-kit/fhir';
import { asObjects, asText, codingsOf } from '@sas-kit/fhir/json';
import type { Located } from '@sas-kit/fhir/references';
import { type Check, type Fixture, type Scene, Skip } from '../../check.ts';
import { setFault } from '../../fault.ts';
import { type Answer, searchFound, slotTypesOf } from '../../search/answer.ts';

/** What a fixture may say of its slots. */
interface Expected {
  readonly slotTypes?: readonly string[];
  readonly consultationTypes?: readonly string[];
  readonly specialties?: readonly string[];
}

function consultationTypesOf({ resource }: Located): string[] {
  return asObjects(resource['serviceType'])
    .flatMap(codingsOf)
    .filter((coding) => asText(coding['system']) === CODE_SYSTEMS.consultationType)
    .map((coding) => asText(coding['code']));
}

function specialtiesOf({ resource }: Located): string[] {
  return asObjects(resource['specialty']).map((specialty) => {
    const [coding] = codingsOf(specialty);
    return coding === undefined ? asText(specialty['text']) : asText(coding['code']);
  });
}

function expected(values: readonly string[] | undefined, path: string): readonly string[] {
  if (values !== undefined) return values;
  throw new Skip({
    fr: `la configuration ne donne pas ${path}`,
    en: `the configuration does not give ${path}`,
  });
}

/** The checks of what the slots of a fixture say, all of it and nothing else (4.7). */
export function typeChecks<Value extends Expected>(
  group: string,
  flow: Flow,
  fixture: Fixture<Value>,
  idOf: (value: Value) => string,
): Check[] {
  const needs = [fixture];
  const compare =
    (member: keyof Expected, place: string, read: (slot: Located) => string[]) =>
    async (scene: Scene) => {
      const value = scene.get(fixture);
      const wanted = expected(value[member], `${fixture.path}.${member}`);
      const { slots }: Answer = await searchFound(scene, flow, [idOf(value)]);
      return setFault(place, slots.flatMap(read), wanted);
    };
  return [
    {
      id: `${group}/slot-types`,
      kit: ['4.7.02'],
      title: {
        fr: 'les types de créneau sont tous transmis, sans autre',
        en: 'all slot types are sent, and no other',
      },
      source: 'test 4.7.02 ; FAQ PS et CPTS, erreur 4 ; FAQ SOS, erreur 3',
      mend: {
        fr: 'coder chaque type du créneau dans meta.security',
        en: 'code each type of the slot in meta.security',
      },
      needs,
      run: compare('slotTypes', 'Slot.meta.security.code', slotTypesOf),
    },
    {
      id: `${group}/consultation-types`,
      kit: ['4.7.03'],
      title: {
        fr: 'les types de consultation sont tous transmis, sans autre',
        en: 'all consultation types are sent, and no other',
      },
      source: 'test 4.7.03 ; FAQ PS et CPTS, erreur 5',
      mend: {
        fr: 'coder AMB, HH, VR dans serviceType ; les motifs sont des textes',
        en: 'code AMB, HH, VR in serviceType; reasons are texts',
      },
      needs,
      run: compare('consultationTypes', 'Slot.serviceType.coding.code', consultationTypesOf),
    },
    ...(flow === 'sos'
      ? []
      : [
          {
            id: `${group}/specialties`,
            title: {
              fr: 'toutes les spécialités du praticien sont transmises',
              en: 'all specialties of the practitioner are sent',
            },
            source: 'FAQ PS et CPTS, erreur 3',
            mend: {
              fr: 'un Slot.specialty par spécialité, codée TRE-R38 si possible, sinon en texte',
              en: 'one Slot.specialty for each specialty, coded TRE-R38 if possible, else as text',
            },
            needs,
            run: compare('specialties', 'Slot.specialty', specialtiesOf),
          },
        ]),
  ];
}
