import type { AccountRequest } from '@sas-kit/client';
import { FIRST_PRACTITIONER, MANAGED_STRUCTURE } from '../publishing/agendas.ts';
import { fictiveProfessional } from '../publishing/national-id.ts';

const TERRITORY = 'le-havre-fecamp';

/** A fictional person who signs in, as Pro Santé Connect and the platform's accounts know it. */
export interface DemonstrationPerson {
  /** In addresses and forms. */
  key: string;
  nationalId: string;
  given: string;
  family: string;
  /** What the person does, in French. */
  work: string;
  /** TRE_G15 for care professions; another code for whoever gets its roles from an account alone. */
  profession: string;
  /** `Acces_Regulation_Medicale` */
  regulation?: boolean;
  /** What its account gives; none for a doctor who only keeps an agenda. */
  account?: Pick<AccountRequest, 'roles' | 'structures'>;
}

const DOCTOR = '10';
const NURSE = '60';
const STAFF = '205';

function holding(...roles: AccountRequest['roles'][number]['role'][]): AccountRequest['roles'] {
  return roles.map((role) => ({ role, territory: TERRITORY }));
}

/** Everybody who may be chosen at the sign-in. Nobody of them exists. */
export const PEOPLE: readonly DemonstrationPerson[] = [
  {
    key: 'medecin',
    nationalId: FIRST_PRACTITIONER,
    given: 'Aline',
    family: 'Vaudrelle',
    work: 'médecin généraliste, cabinet des Galets',
    profession: DOCTOR,
  },
  {
    key: 'secretaire',
    nationalId: fictiveProfessional(101),
    given: 'Sabine',
    family: 'Ortelande',
    work: 'secrétaire médicale, délégataire',
    profession: STAFF,
    account: { roles: holding('delegate') },
  },
  {
    key: 'regulateur',
    nationalId: fictiveProfessional(102),
    given: 'Maël',
    family: 'Corvignac',
    work: 'médecin régulateur',
    profession: DOCTOR,
    regulation: true,
    account: { roles: holding('regulator') },
  },
  {
    key: 'osnp',
    nationalId: fictiveProfessional(103),
    given: 'Jordan',
    family: 'Vasselin',
    work: 'opérateur de soins non programmés (OSNP)',
    profession: STAFF,
    account: { roles: holding('unscheduled-care-operator') },
  },
  {
    key: 'ioa',
    nationalId: fictiveProfessional(104),
    given: 'Noémie',
    family: 'Brisquet',
    work: 'infirmière organisatrice de l’accueil (IOA)',
    profession: NURSE,
    account: { roles: holding('triage-nurse') },
  },
  {
    key: 'structure',
    nationalId: fictiveProfessional(105),
    given: 'Lucas',
    family: 'Tervanche',
    work: 'gestionnaire de la maison de santé',
    profession: STAFF,
    account: { roles: holding('structure-manager'), structures: [MANAGED_STRUCTURE] },
  },
  {
    key: 'comptes',
    nationalId: fictiveProfessional(106),
    given: 'Ghislaine',
    family: 'Fontarel',
    work: 'gestionnaire de comptes du territoire',
    profession: STAFF,
    account: { roles: holding('account-manager', 'territory-lead') },
  },
  {
    key: 'administrateur',
    nationalId: fictiveProfessional(107),
    given: 'Édouard',
    family: 'Plumereau',
    work: 'administrateur de la plateforme',
    profession: STAFF,
    account: { roles: [{ role: 'administrator' }] },
  },
  {
    key: 'inconnu',
    nationalId: fictiveProfessional(108),
    given: 'Marceau',
    family: 'Dubreuille',
    work: 'agent sans compte : sera refusé',
    profession: STAFF,
  },
];

/** Claims of a person, as Pro Santé Connect gives them with `scope_all`. */
export function claimsOf(person: DemonstrationPerson): Record<string, unknown> {
  const { nationalId, given, family, profession, regulation = false } = person;
  return {
    SubjectNameID: nationalId,
    preferred_username: nationalId,
    given_name: given,
    family_name: family,
    Secteur_Activite: 'SA07^1.2.250.1.71.4.2.4',
    Acces_Regulation_Medicale: regulation ? 'VRAI' : 'FAUX',
    SubjectRefPro: { exercices: [{ codeProfession: profession, activities: [] }] },
  };
}
