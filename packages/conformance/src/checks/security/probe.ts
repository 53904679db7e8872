import { type Fault, type Fixture, type Scene, Skip } from '../../check.ts';
import type { Config, TlsConfig } from '../../config.ts';
import { type Exchange, type IdentityName, NoAnswer } from '../../http/exchange.ts';

/** One certificate of the configuration. */
export function certificate(name: Exclude<IdentityName, 'none'>): Fixture<unknown> {
  return { path: `tls.${name}`, of: ({ tls }: Config) => tls?.[name as keyof TlsConfig] };
}

/** Host and port of the endpoint. @throws {Skip} when its address is in clear. */
export function secureHost(scene: Scene): { readonly host: string; readonly port: number } {
  const { protocol, hostname, port } = new URL(scene.base);
  if (protocol !== 'https:') {
    throw new Skip({
      fr: 'l’adresse du service est en clair (http)',
      en: 'the address of the endpoint is in clear (http)',
    });
  }
  const host = hostname.replace(/^\[|\]$/g, '');
  return { host, port: port === '' ? 443 : Number(port) };
}

const WINDOW = '=ge2024-01-01T00:00:00.000%2B00:00';
const END = '=le2024-01-03T23:59:59.999%2B00:00';
const PRACTITIONERS =
  '/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor' +
  '&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810999009995' +
  `&start${WINDOW}&start${END}&status=free`;
const ASSOCIATIONS =
  '/Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location' +
  '&_include:iterate=Location:organization' +
  '&actor:Location.organization.identifier=urn:oid:1.2.250.1.71.4.2.2%7C390000090200040' +
  `&_has:Slot:schedule:start${WINDOW}&_has:Slot:schedule:start${END}` +
  '&_has:Slot:schedule:status=free';

/** The search of the tests 1.1: a window of 2024, somebody unknown; nothing to find. */
export function askPast(scene: Scene, identity: IdentityName): Promise<Exchange> {
  const { practitioners, cpts, sos } = scene.config;
  const associationsOnly =
    Object.keys(sos).length > 0 && Object.keys({ ...practitioners, ...cpts }).length === 0;
  const path = associationsOnly ? ASSOCIATIONS : PRACTITIONERS;
  return scene.ask({ path, identity, fresh: true });
}

/**
 * Faults of a client that must be turned away: only a TLS error or HTTP 4xx is a refusal, for the
 * official kit a cut connection is none.
 */
export async function judgeTurnedAway(
  scene: Scene,
  identity: IdentityName,
): Promise<readonly Fault[]> {
  secureHost(scene);
  try {
    const { status } = await askPast(scene, identity);
    if (status >= 400 && status < 500) return [];
    return [
      {
        place: 'status',
        message: {
          fr: `${status} au lieu d’une erreur TLS ou d’un 4xx`,
          en: `${status} instead of a TLS error or a 4xx`,
        },
      },
    ];
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    if (error.reason === 'tls') return [];
    return [
      {
        place: 'TLS',
        message: {
          fr: `ni erreur TLS ni réponse HTTP : ${error.text.fr}`,
          en: `neither a TLS error nor an HTTP answer: ${error.text.en}`,
        },
      },
    ];
  }
}
