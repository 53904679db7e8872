import type { SecureVersion } from 'node:tls';
import { type Check, type Fault, type Scene, Skip, Stop } from '../../check.ts';
import { NoAnswer } from '../../http/exchange.ts';
import { greets, type OldVersion } from './client-hello.ts';
import { type Handshake, shakeHands } from './handshake.ts';
import { secureHost } from './probe.ts';

function unreachable(error: unknown): Stop {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const detail = code || message;
  return new Stop({
    place: 'TCP',
    message: { fr: `serveur injoignable (${detail})`, en: `server unreachable (${detail})` },
  });
}

/** A handshake with the endpoint in one version. */
export async function shake(
  scene: Scene,
  minVersion: SecureVersion,
  maxVersion: SecureVersion = minVersion,
): Promise<Handshake> {
  const { limits, tls } = scene.config;
  const to = secureHost(scene);
  const options = { ...to, minVersion, maxVersion, deadlineMs: limits.deadlineMs };
  try {
    return await shakeHands({ ...options, authorities: tls?.authorities });
  } catch (error) {
    throw unreachable(error);
  }
}

const accepted = (name: string): Fault => ({
  place: 'TLS',
  message: { fr: `le serveur accepte ${name}`, en: `the server accepts ${name}` },
});

async function refusesOld(scene: Scene, version: OldVersion, name: string): Promise<Fault[]> {
  const to = secureHost(scene);
  try {
    const answers = await greets(version, to, scene.config.limits.deadlineMs);
    return answers ? [accepted(name)] : [];
  } catch (error) {
    throw unreachable(error);
  }
}

async function refuses(scene: Scene, version: SecureVersion, name: string): Promise<Fault[]> {
  const handshake = await shake(scene, version);
  if (handshake.kind === 'unable') {
    throw new Skip({
      fr: `ce Node ne sait pas parler ${name} (${handshake.code})`,
      en: `this Node cannot speak ${name} (${handshake.code})`,
    });
  }
  return handshake.kind === 'accepted' ? [accepted(name)] : [];
}

async function accepts12(scene: Scene): Promise<readonly Fault[]> {
  if ((await shake(scene, 'TLSv1.2')).kind === 'accepted') return [];
  return [
    {
      place: 'TLS',
      severity: 'warning',
      message: {
        fr: 'le serveur refuse TLS 1.2, que la spécification nomme',
        en: 'the server refuses TLS 1.2, which the specification names',
      },
    },
  ];
}

/** Test 1.2 connects without certificate and wants any HTTP answer. */
async function answersWithoutCertificate(scene: Scene): Promise<readonly Fault[]> {
  secureHost(scene);
  try {
    await scene.ask({ path: '', identity: 'none', fresh: true });
    return [];
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return [
      {
        place: 'TLS',
        message: {
          fr: `aucune réponse HTTP sans certificat : ${error.text.fr}`,
          en: `no HTTP answer without certificate: ${error.text.en}`,
        },
      },
    ];
  }
}

const OLD: readonly (readonly [
  id: string,
  name: string,
  run: (scene: Scene, name: string) => Promise<Fault[]>,
])[] = [
  ['ssl-2', 'SSL 2.0', (scene, name) => refusesOld(scene, 'SSLv2', name)],
  ['ssl-3', 'SSL 3.0', (scene, name) => refusesOld(scene, 'SSLv3', name)],
  ['tls-1-0', 'TLS 1.0', (scene, name) => refuses(scene, 'TLSv1', name)],
  ['tls-1-1', 'TLS 1.1', (scene, name) => refuses(scene, 'TLSv1.1', name)],
];

/** The tests 1.2: versions of the protocol. */
export const VERSIONS: readonly Check[] = [
  ...OLD.map(([id, name, run]): Check => ({
    id: `security/${id}`,
    kit: ['1.2'],
    title: { fr: `${name} est refusé`, en: `${name} is refused` },
    source: 'test 1.2 ; spécification, TLS 1.2',
    mend: {
      fr: 'n’admettre que TLS 1.2 et 1.3',
      en: 'admit TLS 1.2 and 1.3 only',
    },
    needs: [],
    run: (scene) => run(scene, name),
  })),
  {
    id: 'security/tls-1-2',
    kit: ['1.2'],
    title: { fr: 'TLS 1.2 est admis', en: 'TLS 1.2 is admitted' },
    source: 'test 1.2 ; spécification, TLS 1.2',
    mend: { fr: 'admettre TLS 1.2 à côté de TLS 1.3', en: 'admit TLS 1.2 beside TLS 1.3' },
    needs: [],
    run: accepts12,
  },
  {
    id: 'security/answers-without-certificate',
    kit: ['1.2'],
    title: {
      fr: 'sans certificat, la poignée de main finit et une réponse HTTP vient',
      en: 'without certificate the handshake finishes and an HTTP answer comes',
    },
    source: 'tests 1.2 et 1.1.05 ensemble',
    mend: {
      fr: 'demander le certificat sans l’exiger dans TLS, et répondre 403 (nginx : ssl_verify_client optional)',
      en: 'ask for the certificate without requiring it in TLS, answer 403 (nginx: ssl_verify_client optional)',
    },
    needs: [],
    run: answersWithoutCertificate,
  },
];
