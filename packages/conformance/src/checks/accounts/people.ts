import { IDENTIFIER_SYSTEMS, type Regulator, type RegulatorId } from '@sas-kit/fhir';
import { hasLuhnDigit } from '@sas-kit/fhir/check-digit';
import type { Scene } from '../../check.ts';
import { FIXTURES } from '../../fixtures.ts';

/** A fictional FINESS with a right check digit: no establishment has it. */
const HOUSE = '760009001';

const digits = (count: number): string => {
  const random = crypto.getRandomValues(new Uint8Array(count));
  return Array.from(random, (byte) => byte % 10).join('');
};

/** A national identifier of hospital staff that no run has used: `3` + FINESS + `/` + number. */
export function freshNational(): RegulatorId {
  return { kind: 'national', value: `3${HOUSE}/${digits(14)}` };
}

/** A fictional RPPS (10999…) with a right check digit and its prefix 8. */
export function freshRpps(): RegulatorId {
  const stem = `10999${digits(5)}`;
  const key = Array.from({ length: 10 }, (_, digit) => digit).find((digit) =>
    hasLuhnDigit(`${stem}${digit}`),
  );
  return { kind: 'national', value: `8${stem}${key}` };
}

/** A technical identifier that the SAS might give. */
export function freshTechnical(): RegulatorId {
  return { kind: 'technical', value: crypto.randomUUID() };
}

/** `system|value`. */
export function tokenOf({ kind, value }: RegulatorId): string {
  const { practitioner, sas } = IDENTIFIER_SYSTEMS;
  return `${kind === 'national' ? practitioner : sas}|${value}`;
}

/** An account that is in order, of somebody who does not exist. */
export function freshRegulator(changes: Partial<Regulator> = {}): Regulator {
  return {
    identifier: freshNational(),
    active: true,
    family: 'Normand',
    given: 'Alix',
    email: `alix.normand.${digits(10)}@sas.example`,
    ...changes,
  };
}

/** The people of the official sequence 5.01 to 5.16. */
export interface Cast {
  /** 5.01, as it is at first. */
  readonly first: Regulator;
  /** What it becomes in 5.08, 5.09, 5.11 and 5.12. */
  readonly changed: Regulator;
  /** 5.02. */
  readonly technical: Regulator;
  /** 5.03. */
  readonly third: Regulator;
  /** 5.15. */
  readonly unknown: Regulator;
  /** 5.16. */
  readonly heir: Regulator;
}

/** The same for all checks of a run; from the configuration what it names, else fresh. */
export function castOf(scene: Scene): Cast {
  return scene.shared('accounts/cast', () => {
    const { id, newId, email, newEmail, family, given } = scene.get(FIXTURES.regulators);
    const named = (value: string | undefined): RegulatorId =>
      value === undefined ? freshNational() : { kind: 'national', value };
    const fresh = freshRegulator();
    const first = {
      ...fresh,
      identifier: named(id),
      email: email ?? fresh.email,
      family: family ?? fresh.family,
      given: given ?? fresh.given,
    };
    return {
      first,
      changed: {
        ...first,
        identifier: named(newId),
        email: newEmail ?? freshRegulator().email,
        family: `${first.family}-modif`,
        given: `${first.given}-modif`,
      },
      technical: { ...freshRegulator(), identifier: freshTechnical() },
      third: { ...freshRegulator(), identifier: freshTechnical() },
      unknown: { ...freshRegulator(), identifier: freshTechnical() },
      heir: { ...freshRegulator(), identifier: freshTechnical() },
    };
  });
}
