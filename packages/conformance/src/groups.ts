import type { Text } from '@sas-kit/fhir';

const of = (fr: string, en: string): Text => ({ fr, en });

const WINDOW = of('période demandée', 'window asked for');
const ERRORS = of('requêtes mal formées', 'malformed requests');
const LIMITS = of('volumes et délais', 'volumes and delays');
const RULES = of('règles du guide', 'rules of the guide');
const flow = (name: string, { fr, en }: Text): Text => of(`${name} : ${fr}`, `${name}: ${en}`);
const PS = 'PS (INT_R01)';
const CPTS = 'CPTS (INT_R04)';
const SOS = 'SOS Médecins';
const LRM = 'LRM (INT_L02)';

/** What the groups of checks are called in reports; the first part of each check's id. */
export const GROUPS: Readonly<Record<string, Text>> = {
  security: of('Sécurité : TLS et TLS mutuel', 'Security: TLS and mutual TLS'),
  declared: of('Déclarations du fournisseur', 'Declarations of the vendor'),
  metadata: of('CapabilityStatement et HTTP', 'CapabilityStatement and HTTP'),
  wire: of('Recherches sur le fil', 'Searches on the wire'),
  'one-place': flow(PS, of('un praticien, un lieu', 'one practitioner, one place')),
  'two-places': flow(PS, of('un praticien, deux lieux', 'one practitioner, two places')),
  together: flow(PS, of('deux praticiens ensemble', 'two practitioners together')),
  prefix: of('Valeurs saisies, valeurs transmises', 'Values typed, values sent'),
  silence: of('Ce qui ne part pas', 'What does not leave'),
  ps: flow(PS, RULES),
  window: flow(PS, WINDOW),
  errors: flow(PS, ERRORS),
  'cpts-one': flow(CPTS, of('une CPTS', 'one CPTS')),
  'cpts-several': flow(CPTS, of('plusieurs CPTS', 'several CPTS')),
  'cpts-together': flow(CPTS, of('deux praticiens ensemble', 'two practitioners together')),
  cpts: flow(CPTS, RULES),
  'cpts-window': flow(CPTS, WINDOW),
  'cpts-errors': flow(CPTS, ERRORS),
  'sos-one': flow(SOS, of('une association', 'one association')),
  'sos-together': flow(SOS, of('deux associations', 'two associations')),
  sos: flow(SOS, RULES),
  'sos-window': flow(SOS, WINDOW),
  'sos-errors': flow(SOS, ERRORS),
  empty: of('Rien à répondre : Bundle vide', 'Nothing to answer: empty Bundle'),
  time: of('Temps de réponse', 'Response time'),
  limits: flow(PS, LIMITS),
  'cpts-limits': flow(CPTS, LIMITS),
  'sos-limits': flow(SOS, LIMITS),
  accounts: of('Comptes des régulateurs (INT_R02)', 'Accounts of regulators (INT_R02)'),
  sso: of('Authentification unique (flux V2)', 'Single sign-on (flow V2)'),
  'one-step': of('Réservation en une étape (SAS Kit)', 'Booking in one step (SAS Kit)'),
  'lrm-queues': flow(LRM, of('files lues', 'queues that are read')),
  'lrm-messages': flow(LRM, of('messages en ordre', 'messages in order')),
  'lrm-answers': flow(LRM, of('ce que le programme envoie', 'what the program sends')),
  'lrm-order': flow(LRM, of('répétitions et désordre', 'repetition and disorder')),
  'lrm-malformed': flow(LRM, of('messages mal formés', 'malformed messages')),
  'lrm-screen': flow(LRM, of('ce que le programme montre', 'what the program shows')),
  appointments: of('Rendez-vous (INT_R03)', 'Appointments (INT_R03)'),
};
