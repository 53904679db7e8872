import type { HubCheck } from '@sas-kit/connector/hub-stand-in';
import type { Text } from '@sas-kit/fhir';
import type { Check } from '../check.ts';
import { type Row, toChecks } from '../checks/row.ts';
import {
  exercise,
  integrated,
  noZ,
  ownIds,
  passes,
  rightQueue,
  sameKind,
  throughHub,
} from './answers.ts';
import { ANSWERS, DISPATCHER } from './requests.ts';

const CHECKED: readonly (readonly [HubCheck, Text, Text])[] = [
  [
    'content-type',
    { fr: 'content_type est application/json', en: 'content_type is application/json' },
    {
      fr: 'publier avec content_type exactement application/json, sans charset',
      en: 'publish with content_type exactly application/json, without charset',
    },
  ],
  [
    'format',
    { fr: 'les réponses sont du JSON', en: 'answers are JSON' },
    { fr: 'écrire du JSON en UTF-8', en: 'write JSON as UTF-8' },
  ],
  [
    'schema',
    { fr: 'les réponses suivent leurs schémas', en: 'answers follow their schemas' },
    {
      fr: 'valider avec les schémas du Hub : aucun membre de trop, sentAt avec décalage et sans Z',
      en: 'validate with the schemas of the Hub: no member too many, sentAt with offset, without Z',
    },
  ],
  [
    'party',
    {
      fr: 'émetteur ou destinataire est un fr.health',
      en: 'sender or recipient is a fr.health',
    },
    {
      fr: 'répondre à senderID du message reçu, sous son propre identifiant',
      en: 'answer the senderID of the message received, under the own id',
    },
  ],
  [
    'sender',
    { fr: 'senderID est la clé de routage', en: 'senderID is the routing key' },
    {
      fr: 'publier sur hubsante avec son propre identifiant comme clé de routage et senderID',
      en: 'publish to hubsante with the own id as routing key and as senderID',
    },
  ],
  [
    'persistence',
    { fr: 'les réponses sont persistantes', en: 'answers are persistent' },
    { fr: 'publier avec delivery_mode 2', en: 'publish with delivery_mode 2' },
  ],
  [
    'distribution-id',
    {
      fr: 'distributionID commence par le senderID, puis _',
      en: 'distributionID begins with the senderID, then _',
    },
    {
      fr: '{senderID}_{UUID} : ni l’identifiant du Hub (exemple du guide), ni celui du message reçu',
      en: '{senderID}_{UUID}: neither the id of the Hub (example of the guide) nor that of the message',
    },
  ],
  [
    'expiry',
    { fr: 'les réponses ne sont pas déjà expirées', en: 'answers have not expired already' },
    {
      fr: 'dateTimeExpires après maintenant (24 h au plus comptent) ; synchroniser l’horloge',
      en: 'dateTimeExpires after now (at most 24 h count); synchronise the clock',
    },
  ],
  [
    'route',
    { fr: 'les réponses ont un destinataire', en: 'answers have a recipient' },
    {
      fr: 'explicitAddressValue : le senderID du message reçu',
      en: 'explicitAddressValue: the senderID of the message received',
    },
  ],
];

const ROWS: readonly Row[] = [
  [
    'exchange',
    {
      fr: 'les réponses passent par l’exchange hubsante',
      en: 'answers go to the exchange hubsante',
    },
    DISPATCHER,
    {
      fr: 'publier sur hubsante, clé de routage : son propre identifiant ; aucune autre n’est permise',
      en: 'publish to hubsante, routing key: the own id; nothing else is allowed',
    },
    throughHub,
  ],
  ...CHECKED.map(([check, title, mend]): Row => [check, title, DISPATCHER, mend, passes(check)]),
  [
    'queue',
    { fr: 'RC-REF est un Ack, RS-ERROR une Error', en: 'RC-REF is an Ack, RS-ERROR an Error' },
    'distributionKind choisit la file : Ack → .ack, Error → .info, le reste → .message',
    {
      fr: 'distributionKind Ack pour RC-REF, Error pour RS-ERROR',
      en: 'distributionKind Ack for RC-REF, Error for RS-ERROR',
    },
    rightQueue,
  ],
  [
    'header-kind',
    {
      fr: 'kind de l’en-tête est distributionKind de l’enveloppe',
      en: 'kind of the header is distributionKind of the envelope',
    },
    'RC-DE, kind',
    { fr: 'écrire la même valeur aux deux places', en: 'write the same value in both places' },
    sameKind,
  ],
  [
    'own-ids',
    {
      fr: 'chaque réponse a son distributionID',
      en: 'each answer has a distributionID of its own',
    },
    'EDXL-DE, distributionID unique',
    {
      fr: 'un UUID par réponse, RECU et INTEGRE compris ; le même seulement si elle est renvoyée',
      en: 'a UUID for each answer, RECU and INTEGRE too; the same only when it is sent again',
    },
    ownIds,
  ],
  [
    'no-z',
    { fr: 'aucune date ne se termine par Z', en: 'no date ends in Z' },
    'RC-DE : Z ne doit pas être utilisé ; dateTimeSent doit être cohérent avec sentAt',
    { fr: 'écrire le décalage, +01:00 ou +02:00', en: 'write the offset, +01:00 or +02:00' },
    noZ,
  ],
  [
    'integrated',
    { fr: 'le rangement est dit (INTEGRE)', en: 'that it is stored is told (INTEGRE)' },
    ANSWERS,
    {
      fr: 'répondre INTEGRE une fois le rendez-vous dans la liste : jusque-là l’émetteur téléphone',
      en: 'answer INTEGRE once the appointment is in the list: until then its sender telephones',
    },
    integrated,
  ],
  [
    'exercise',
    {
      fr: 'un exercice est acquitté comme un exercice',
      en: 'an exercise is acknowledged as an exercise',
    },
    'EDXL-DE, distributionStatus',
    {
      fr: 'reprendre distributionStatus du message reçu',
      en: 'take distributionStatus from the message received',
    },
    exercise,
  ],
];

/** What the program sends. */
export const ANSWER_CHECKS: readonly Check[] = toChecks('lrm-answers', ROWS);
