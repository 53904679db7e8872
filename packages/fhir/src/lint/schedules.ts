import { asList, asObject, asObjects, asText } from '../json.ts';
import type { Located } from '../references.ts';
import { PRACTITIONERS, type Report, type Rule } from './rule.ts';
import type { Subject } from './subject.ts';

/** The actors of a schedule by type; a reference that leads nowhere counts by the type that it names. */
function actorsOf(subject: Subject, schedule: Located, type: string): string[] {
  return asObjects(schedule.resource['actor'])
    .filter((actor) => {
      const target = subject.index.resolve(actor, schedule);
      const named = asText(actor['reference']);
      return target === null ? named.includes(`${type}/`) : target.type === type;
    })
    .map((actor) => asText(actor['reference']));
}

function actorRule(subject: Subject, report: Report, type: string): void {
  for (const schedule of subject.index.ofType('Schedule')) {
    const actors = actorsOf(subject, schedule, type);
    if (actors.length !== 1) report(`${schedule.place}.actor`, `${actors.length} × ${type}`);
  }
}

/** Schedules that share an actor of a type. */
function sharedActors(subject: Subject, report: Report, type: string): void {
  const seen = new Map<string, Located>();
  for (const schedule of subject.index.ofType('Schedule')) {
    for (const actor of actorsOf(subject, schedule, type)) {
      if (seen.has(actor)) report(`${schedule.place}.actor`, actor);
      seen.set(actor, schedule);
    }
  }
}

/** Rules about schedules and their actors. */
export const SCHEDULE_RULES: readonly Rule[] = [
  {
    id: 'schedule-practitioner',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'un Schedule doit avoir un Practitioner et un seul',
      en: 'a Schedule must have exactly one Practitioner',
    },
    mend: {
      fr: 'actor : le Practitioner et son PractitionerRole',
      en: 'actor: the Practitioner and its PractitionerRole',
    },
    source: 'tests 4.3.05, 4.4.07',
    check: (subject, report) => actorRule(subject, report, 'Practitioner'),
  },
  {
    id: 'schedule-role',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'un Schedule doit avoir un PractitionerRole et un seul',
      en: 'a Schedule must have exactly one PractitionerRole',
    },
    mend: {
      fr: 'un agenda par lieu : autant de Schedule que de PractitionerRole',
      en: 'one agenda for one place: as many Schedules as PractitionerRoles',
    },
    source: 'FAQ PS et CPTS, « ressource discriminante » ; tests 4.3.05, 4.4.06',
    check: (subject, report) => actorRule(subject, report, 'PractitionerRole'),
  },
  {
    id: 'schedule-one-per-role',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'plusieurs Schedule pour un même PractitionerRole',
      en: 'several Schedules for one PractitionerRole',
    },
    mend: {
      fr: 'rattacher tous les créneaux d’un lieu au même Schedule',
      en: 'attach all slots of a place to the same Schedule',
    },
    source: 'FAQ PS et CPTS, « ressource discriminante » ; test 4.4.04',
    check: (subject, report) => sharedActors(subject, report, 'PractitionerRole'),
  },
  {
    id: 'schedule-role-practitioner',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'le Practitioner du Schedule n’est pas celui du PractitionerRole',
      en: "the Schedule's Practitioner is not that of its PractitionerRole",
    },
    mend: {
      fr: 'associer chaque créneau au bon praticien',
      en: 'attach each slot to the right practitioner',
    },
    source: 'FAQ PS et CPTS, erreur 8 ; tests 4.3.05, 4.4.05',
    check(subject, report) {
      for (const schedule of subject.index.ofType('Schedule')) {
        const targets = asObjects(schedule.resource['actor']).map((actor) =>
          subject.index.resolve(actor, schedule),
        );
        const practitioner = targets.find((target) => target?.type === 'Practitioner');
        const role = targets.find((target) => target?.type === 'PractitionerRole');
        if (!practitioner || !role) continue;
        const own = subject.index.resolve(role.resource['practitioner'], role);
        if (own !== practitioner)
          report(`${schedule.place}.actor`, `Practitioner/${practitioner.id}`);
      }
    },
  },
  {
    id: 'role-contained-location',
    severity: 'error',
    flows: PRACTITIONERS,
    message: {
      fr: 'le lieu du PractitionerRole n’est pas un Location contenu, et un seul',
      en: "the PractitionerRole's place is not exactly one contained Location",
    },
    mend: {
      fr: 'mettre le Location dans contained et écrire location : #id',
      en: 'put the Location into contained and write location: #id',
    },
    source: 'FAQ PS et CPTS, « A quel niveau FrLocation » ; tests 4.3.05, 4.4.08',
    check(subject, report) {
      for (const role of subject.ofType('PractitionerRole')) {
        const locations = asList(role.resource['location']);
        const text = asText(asObject(locations[0])?.['reference']);
        const target = subject.index.resolve(locations[0], role);
        const right = locations.length === 1 && text.startsWith('#') && target?.type === 'Location';
        if (!right) report(`${role.place}.location`, text);
      }
    },
  },
  {
    id: 'sos-schedule-location',
    severity: 'error',
    flows: ['sos'],
    message: {
      fr: 'un Schedule doit avoir un Location et un seul',
      en: 'a Schedule must have exactly one Location',
    },
    mend: {
      fr: 'un agenda par point fixe de garde',
      en: 'one agenda for one fixed site',
    },
    source: 'FAQ SOS, « ressource discriminante » ; profil sas-sos-schedule-aggregator',
    check: (subject, report) => actorRule(subject, report, 'Location'),
  },
  {
    id: 'sos-schedule-one-per-location',
    severity: 'error',
    flows: ['sos'],
    message: {
      fr: 'plusieurs Schedule pour un même Location',
      en: 'several Schedules for one Location',
    },
    mend: {
      fr: 'rattacher tous les créneaux d’un site au même Schedule',
      en: 'attach all slots of a site to the same Schedule',
    },
    source: 'FAQ SOS, erreur 4',
    check: (subject, report) => sharedActors(subject, report, 'Location'),
  },
];
