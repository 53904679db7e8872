import { type Check, type Fault, type Scene, Stop } from '../../check.ts';
import { secureHost } from './probe.ts';
import { shake } from './versions.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

async function encrypted(scene: Scene): Promise<readonly Fault[]> {
  const { protocol, hostname } = new URL(scene.base);
  if (protocol === 'https:' || LOOPBACK.test(hostname) || scene.config.policy.clearText) return [];
  return [
    {
      place: 'base',
      message: {
        fr: `l’adresse est en clair : ${scene.base}`,
        en: `the address is in clear: ${scene.base}`,
      },
    },
  ];
}

/** Days before its end when a certificate is spoken of. */
const SOON = 14;
const DAY = 86_400_000;

async function serverCertificate(scene: Scene): Promise<readonly Fault[]> {
  const { host } = secureHost(scene);
  const handshake = await shake(scene, 'TLSv1.2', 'TLSv1.3');
  if (handshake.kind !== 'accepted') {
    throw new Stop({
      place: 'TLS',
      message: { fr: 'ni TLS 1.2 ni TLS 1.3', en: 'neither TLS 1.2 nor TLS 1.3' },
    });
  }
  const { distrust, certificate } = handshake;
  if (distrust !== null) {
    return [
      {
        place: 'TLS.certificate',
        message: {
          fr: `le certificat du serveur n’est pas reconnu pour ${host} : ${distrust}`,
          en: `the server's certificate is not trusted for ${host}: ${distrust}`,
        },
      },
    ];
  }
  const days = Math.floor((Date.parse(certificate.valid_to) - Date.now()) / DAY);
  if (days >= SOON) return [];
  return [
    {
      place: 'TLS.certificate',
      severity: 'warning',
      message: {
        fr: `le certificat du serveur expire dans ${days} jours`,
        en: `the server's certificate expires in ${days} days`,
      },
    },
  ];
}

/** The address itself. */
export const ADDRESS: readonly Check[] = [
  {
    id: 'security/encrypted',
    kit: ['1.2'],
    title: { fr: 'l’adresse du service est en https', en: 'the address of the endpoint is https' },
    source: 'test 1.2 : une adresse http échoue',
    mend: {
      fr: 'publier en https ; en http, seule la boucle locale est admise, ou policy.clearText',
      en: 'publish over https; in http only the loopback is admitted, or policy.clearText',
    },
    needs: [],
    run: encrypted,
  },
  {
    id: 'security/server-certificate',
    title: {
      fr: 'le certificat du serveur est reconnu, et pour longtemps encore',
      en: "the server's certificate is trusted, and for some time yet",
    },
    source: 'tests 1.1 : certificat du serveur vérifié (VERIFY_PEER)',
    mend: {
      fr: 'envoyer la chaîne entière, au bon nom ; donner l’autorité par tls.authorities',
      en: 'send the whole chain, with the right name; give the authority by tls.authorities',
    },
    needs: [],
    run: serverCertificate,
  },
];
