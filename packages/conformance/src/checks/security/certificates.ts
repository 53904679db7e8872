import type { Text } from '@sas-kit/fhir';
import type { Check, Fault, Scene } from '../../check.ts';
import type { IdentityName } from '../../http/exchange.ts';
import { askPast, certificate, judgeTurnedAway, secureHost } from './probe.ts';

async function admitted(scene: Scene): Promise<readonly Fault[]> {
  secureHost(scene);
  const { status } = await askPast(scene, 'valid');
  if (status === 200) return [];
  return [
    {
      place: 'status',
      message: {
        fr: `${status} au lieu de 200 avec le certificat admis`,
        en: `${status} instead of 200 with the admitted certificate`,
      },
    },
  ];
}

const MEND: Text = {
  fr: 'vérifier autorité, CN, OU et révocation ; finir la poignée de main et répondre 403',
  en: 'check authority, CN, OU and revocation; finish the handshake and answer 403',
};

function turnedAway(name: string, kit: string, identity: IdentityName, title: Text): Check {
  return {
    id: `security/${name}`,
    kit: [kit],
    title,
    source: `test ${kit} ; spécification, authentification mutuelle : CN et OU contrôlés`,
    mend: MEND,
    needs: [certificate(identity === 'none' ? 'valid' : identity)],
    run: (scene) => judgeTurnedAway(scene, identity),
  };
}

/** The tests 1.1: who is let in. */
export const CERTIFICATES: readonly Check[] = [
  {
    id: 'security/valid-certificate',
    kit: ['1.1.01'],
    title: {
      fr: 'le certificat admis est reçu, la recherche répond 200',
      en: 'the admitted certificate is let in, the search answers 200',
    },
    source: 'test 1.1.01 ; spécification, authentification mutuelle',
    mend: {
      fr: 'admettre ce CN et cet OU ; répondre un Bundle vide à une fenêtre passée',
      en: 'admit this CN and OU; answer an empty Bundle to a window in the past',
    },
    needs: [certificate('valid')],
    run: admitted,
  },
  turnedAway('wrong-common-name', '1.1.02', 'badCommonName', {
    fr: 'un certificat d’un autre CN est refusé',
    en: 'a certificate with another CN is turned away',
  }),
  turnedAway('wrong-organizational-unit', '1.1.03', 'badOrganizationalUnit', {
    fr: 'un certificat d’un autre OU est refusé',
    en: 'a certificate with another OU is turned away',
  }),
  turnedAway('revoked-certificate', '1.1.04', 'revoked', {
    fr: 'un certificat révoqué est refusé',
    en: 'a revoked certificate is turned away',
  }),
  turnedAway('no-certificate', '1.1.05', 'none', {
    fr: 'une requête sans certificat est refusée',
    en: 'a request without certificate is turned away',
  }),
];
