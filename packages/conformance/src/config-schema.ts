import type { ConfigFile } from './config.ts';

const text = (description: string) => ({ type: 'string', minLength: 1, description }) as const;
const practitionerId = (description: string) =>
  ({ type: 'string', pattern: '^8\\d{11}$', description }) as const;
const siret = (description: string) =>
  ({ type: 'string', pattern: '^3\\d{14}$', description }) as const;
const list = (items: object, description: string, minItems = 1) =>
  ({ type: 'array', items, minItems, uniqueItems: true, description }) as const;
const two = (items: object, description: string) => ({
  ...list(items, description, 2),
  maxItems: 2,
});
const count = (description: string, minimum: number, maximum: number) =>
  ({ type: 'integer', minimum, maximum, description }) as const;
const flag = (description: string) => ({ type: 'boolean', description }) as const;
const oneOf = (values: readonly string[], description: string) =>
  ({ type: 'string', enum: values, description }) as const;
const object = (properties: object, description: string, required: readonly string[] = []) =>
  ({
    type: 'object',
    description,
    additionalProperties: false,
    properties,
    ...(required.length > 0 && { required }),
  }) as const;

const slotTypes = list(
  { enum: ['PUBLIC', 'PRO', 'SNP', 'CPTS'] },
  'All types of the slots in the window, no other',
);
const consultationTypes = list(
  { enum: ['AMB', 'HH', 'VR'] },
  'All consultation types of the slots in the window, no other',
);
const practitioner = (description: string) =>
  object(
    {
      id: practitionerId('RPPS with its prefix 8'),
      slotTypes,
      consultationTypes,
      phone: {
        type: 'string',
        pattern: '^\\+\\d{6,15}$',
        description: 'Telephone as it must be sent, however it is stored',
      },
      specialties: list(text('TRE-R38 code or label'), 'All specialties of the practitioner'),
    },
    description,
    ['id'],
  );
const leeway = (description: string) => oneOf(['refused', 'empty', 'either'], description);
const statuses = (description: string) => list(count('status', 400, 599), description);
const identity = (description: string) =>
  object(
    {
      key: text('Path of the key, PEM'),
      cert: text('Path of the certificate with its chain, PEM'),
      passphrase: text('Of the key'),
    },
    description,
    ['key', 'cert'],
  );

const hubId = (description: string) =>
  ({
    type: 'string',
    pattern: '^[a-z]{2}(\\.[A-Za-z0-9-]+)+$',
    maxLength: 100,
    description,
  }) as const;

const headers = (description: string) =>
  ({ type: 'object', additionalProperties: { type: 'string' }, description }) as const;

const properties: Record<keyof ConfigFile, object> = {
  $schema: text('Ignored'),
  guide: oneOf(['1.1', '1.2'], 'Version of the guide. Default 1.1, as the official kit'),
  practitioners: object(
    {
      onePlace: practitioner('Consults at exactly one place'),
      twoPlaces: practitioner('Has slots at exactly two places'),
      together: two(practitionerId('RPPS'), 'Two practitioners with slots'),
      unprefixed: practitioner('Identifiers are stored without prefix'),
      noSlots: practitionerId('Known, without any slot'),
      unknown: practitionerId('Known to nobody'),
      bare: practitionerId('Has slots at a place without telephone, and none of their own'),
      adeli: {
        type: 'string',
        pattern: '^0[0-9AB]{9}$',
        description: 'Has an ADELI number, prefix 0',
      },
      kept: object(
        {
          id: practitionerId('RPPS'),
          starts: list(
            {
              type: 'string',
              pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*(?:Z|[+-]\\d\\d:\\d\\d)$',
            },
            'Starts of times that must never leave, with offset',
          ),
        },
        'A practitioner with times that must never leave: busy, for own patients, without consent',
        ['id', 'starts'],
      ),
    },
    'Practitioners of the search INT_R01, their slots within the next two days',
  ),
  cpts: object(
    {
      one: practitioner('One place; slots for exactly one CPTS'),
      several: practitioner('Two places; slots for one CPTS, for another, and one for both'),
    },
    'Practitioners of the search INT_R04',
  ),
  sos: object(
    {
      one: object(
        {
          siret: siret('SIRET with its prefix 3'),
          sites: count('How many of its sites have slots in the window', 1, 100),
          slotTypes,
          consultationTypes,
        },
        'An association with slots',
        ['siret'],
      ),
      together: two(siret('SIRET'), 'Two associations with slots'),
      unprefixed: siret('Stored without prefix'),
      noSlots: siret('Known, without any slot'),
      unknown: siret('Known to nobody'),
    },
    'SOS Médecins associations',
  ),
  regulators: object(
    {
      id: text('National identifier with its prefix. Default: fresh ones for each run'),
      newId: text('What it is changed to'),
      email: text('E-mail'),
      newEmail: text('What it is changed to'),
      family: text('Family name'),
      given: text('Given name'),
    },
    'Accounts of regulators (INT_R02) are tested; the run leaves accounts behind',
  ),
  tls: object(
    {
      authorities: text("Path of the authorities of the endpoint's certificate, PEM"),
      valid: identity('A certificate that is admitted'),
      badCommonName: identity('Of the right authority, CN not admitted'),
      badOrganizationalUnit: identity('Of the right authority, OU not admitted'),
      revoked: identity('Of the right authority, revoked'),
    },
    'Certificates for mutual TLS; paths are relative to this file',
  ),
  headers: headers(
    'Headers of each request but those that ask as nobody: of a gateway, or a token in place of a certificate. A redirect to another server does not carry them',
  ),
  sso: object(
    {
      origin: text('Name of SAS in origin. Default sas-preprod'),
      identityProviders: list(text('Host'), 'Hosts of Pro Santé Connect, not followed'),
      notApplicable: text(
        'Why nobody arrives from SAS: sso/with-origin is skipped with this reason',
      ),
    },
    'Arrival by single sign-on (flow V2)',
  ),
  appointments: object(
    {
      system: text("System of the editor's identifiers of appointments"),
      regulator: text('National identifier of a regulator that the platform knows'),
      practitioner: text('National identifier of a practitioner of the editor'),
      headers: headers('Headers that the editor is known by'),
      otherEditor: headers('Headers of another editor'),
    },
    'A platform that takes appointments (INT_R03), for --appointments',
  ),
  lrm: object(
    {
      client: hubId('Id of the program on the Hub, fr.health.test.samu760: names its queues'),
      platform: hubId('Id that the run sends under. Default fr.health.test.ptfsas'),
      startSeconds: count('Longest wait for the program to connect. Default 120', 1, 3_600),
      door: object(
        {
          url: {
            type: 'string',
            pattern: '^https?://',
            description:
              'GET {url}?appointmentId=… answers a JSON list of what the program shows under that id, members named as in RS-SAS-RDV',
          },
          headers: headers('Headers of each request to the door'),
        },
        'Where the program tells what it shows; without it the checks of screens are skipped',
        ['url'],
      ),
    },
    'A dispatch program that takes appointments from the Hub (INT_L02), for --lrm',
    ['client'],
  ),
  policy: object(
    {
      otherStatus: leeway('A status other than free. Default either'),
      otherSystem: leeway('Identifiers of another system. Default either'),
      upsideDown: leeway('A window whose end comes before its start. Default either'),
      malformed: statuses('Statuses for a malformed request. Default any of 400 to 499'),
      rule: statuses('Statuses for a request against a rule. Default any of 400 to 499'),
      clearText: flag('Admits http beyond the loopback. Default false'),
    },
    'What the guide leaves to the vendor',
  ),
  declared: object(
    {
      rppsUsed: flag('2.01 The RPPS identifies practitioners'),
      rppsMandatory: flag('2.02 Every practitioner has one'),
      structureIdsUsed: flag('2.03 FINESS, SIRET or RPPS rang identifies structures'),
      healthDataHosting: flag('2.04 The hosting is certified for health data (HDS)'),
      twoFactors: flag('2.05 Practitioners authenticate with two factors'),
      lockOut: flag('2.06 An account is locked after several failed logins'),
      singleSignOn: flag('6.2.01 A regulator known to Pro Santé Connect arrives in the agenda'),
    },
    'The declarations of the official kit, which no machine can see',
  ),
  limits: object(
    {
      deadlineMs: count('Longest wait for an answer, in ms. Default 10000', 100, 120_000),
      maxBytes: count('Largest answer that is read. Default 20000000', 10_000, 1_000_000_000),
      responseMs: count('For a search of one practitioner, in ms. Default 1000', 1, 120_000),
      fullResponseMs: count('For a search of 25, in ms. Default 7000', 1, 120_000),
    },
    'Limits of the run',
  ),
};

/** JSON schema of the configuration file; `sas-conformance --print-schema` prints it. */
export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of sas-conformance',
  ...object(properties, 'Fixtures of the tested endpoint; every part is optional'),
} as const;
