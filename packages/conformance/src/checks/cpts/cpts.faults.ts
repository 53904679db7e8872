import type { Faulty } from '../../testing/faulty.ts';
import { bundles, leaveOut, of } from '../../testing/spoil-answers.ts';

const organizations = (b: any) => of(b, 'Organization');
const services = (b: any) => of(b, 'HealthcareService');

const types = (b: any): any[] =>
  of(b, 'Slot').flatMap((slot) =>
    slot.serviceType.filter((type: any) => type.coding?.[0]?.code === '604'),
  );

/** Keeps only the first resource of a type. */
const firstOnly = (type: string) => (b: any) => {
  const [first] = of(b, type);
  leaveOut(b, (each) => each.resourceType === type && each !== first);
};

export const CPTS_FAULTS: readonly Faulty[] = [
  {
    check: 'cpts-one/pairs',
    name: 'the CPTS is not included',
    ...bundles((b) =>
      leaveOut(b, ({ resourceType }) => /HealthcareService|Organization/.test(resourceType)),
    ),
  },
  {
    check: 'cpts-one/pairs',
    name: 'the Organization is not included',
    ...bundles((b) => leaveOut(b, ({ resourceType }) => resourceType === 'Organization')),
  },
  {
    check: 'cpts-one/references',
    name: 'absolute references to the CPTS',
    ...bundles((b) => {
      for (const type of types(b)) {
        const { valueReference } = type.extension[0];
        valueReference.reference = `https://agenda.example/fhir/${valueReference.reference}`;
      }
    }),
  },
  {
    check: 'cpts-one/references',
    name: 'no 604 at all',
    ...bundles((b) => {
      for (const slot of of(b, 'Slot')) {
        slot.serviceType = slot.serviceType.filter((type: any) => type.coding?.[0]?.code !== '604');
      }
    }),
  },
  {
    check: 'cpts-one/references',
    name: 'the service is nobody’s',
    ...bundles((b) => services(b).forEach((service) => delete service.providedBy)),
  },
  {
    check: 'cpts-one/finess',
    name: 'no prefix',
    ...bundles((b) => organizations(b).forEach((each) => (each.identifier[0].value = '760009902'))),
  },
  {
    check: 'cpts-one/finess',
    name: 'no identifier',
    ...bundles((b) => organizations(b).forEach((each) => delete each.identifier)),
  },
  {
    check: 'cpts-one/organization-name',
    name: 'no name',
    ...bundles((b) => organizations(b).forEach((each) => delete each.name)),
  },
  {
    check: 'cpts-one/organization-telecom',
    name: 'no telephone',
    ...bundles((b) => organizations(b).forEach((each) => delete each.telecom)),
  },
  {
    check: 'cpts-several/communities',
    name: 'only the first CPTS is included',
    ...bundles(firstOnly('Organization')),
  },
  {
    check: 'cpts-several/only-cpts',
    name: 'the slots are public too',
    status: 'warning',
    ...bundles((b) => {
      for (const slot of of(b, 'Slot')) slot.meta.security.unshift({ code: 'PUBLIC' });
    }),
  },
  {
    check: 'cpts-several/category',
    name: 'the short system of the FAQ',
    ...bundles((b) => {
      for (const type of types(b)) {
        type.coding[0].system = 'https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement';
      }
    }),
  },
  {
    check: 'cpts-several/each-alone',
    name: 'every slot leads to the first CPTS',
    ...bundles((b) => {
      for (const type of types(b)) {
        type.extension[0].valueReference.reference = `HealthcareService/${services(b)[0].id}`;
      }
    }),
  },
  {
    check: 'cpts-several/both',
    name: 'only the first CPTS of a slot is told',
    ...bundles((b) => {
      for (const slot of of(b, 'Slot')) {
        const [first] = slot.serviceType.filter((type: any) => type.coding?.[0]?.code === '604');
        slot.serviceType = slot.serviceType.filter(
          (type: any) => type === first || type.coding?.[0]?.code !== '604',
        );
      }
    }),
  },
  {
    check: 'cpts-several/providers',
    name: 'both services are of one CPTS',
    ...bundles((b) => {
      for (const service of services(b)) service.providedBy = services(b)[0].providedBy;
    }),
  },
  {
    check: 'cpts-several/providers',
    name: 'an Organization is not in the Bundle',
    ...bundles(firstOnly('Organization')),
  },
];
