import { parseConfig } from '../../read-config.ts';
import { withoutOpenssl } from '../../testing/authority.ts';
import { pem } from '../../testing/authority.ts';
import type { Faulty, Tested } from '../../testing/faulty.ts';
import { type SecureSpoiling, startBytes, startSecure } from '../../testing/secure-server.ts';

const secure = (spoiling: SecureSpoiling) => ({ start: () => startSecure(spoiling) });

const openToAll = secure({ guard: (sound) => sound });
const failing = secure({
  guard: () => (_request, response) => response.writeHead(500).end(),
});
const cutting = secure({ guard: () => (request) => request.socket.destroy() });

const inClear = (): Promise<Tested> =>
  Promise.resolve({
    base: 'http://agenda.example/fhir',
    config: parseConfig({}),
    close: async () => undefined,
  });

const FAULTS: readonly Faulty[] = [
  { check: 'security/encrypted', name: 'http beyond the loopback', start: inClear },
  {
    check: 'security/server-certificate',
    name: 'of an unknown authority',
    ...secure({ authorities: 'other-ca.pem' }),
  },
  {
    check: 'security/server-certificate',
    name: 'ends soon',
    status: 'warning',
    start: () =>
      startSecure({
        mutual: { key: pem('soon.key'), cert: pem('soon.pem') },
        authorities: 'soon.pem',
      }),
  },
  {
    check: 'security/valid-certificate',
    name: 'another client alone is admitted',
    ...secure({ mutual: { allow: [{ commonName: 'other.test' }] } }),
  },
  {
    check: 'security/wrong-common-name',
    name: 'any name of the authority is admitted',
    ...secure({
      mutual: { allow: [{ commonName: 'sas.test' }, { commonName: 'wrong.sas.test' }] },
    }),
  },
  {
    check: 'security/wrong-organizational-unit',
    name: 'the unit is not looked at',
    ...secure({ mutual: { allow: [{ commonName: 'sas.test' }] } }),
  },
  {
    check: 'security/revoked-certificate',
    name: 'no list of revocations',
    start: () => startSecure({ options: { crl: [] } }),
  },
  { check: 'security/no-certificate', name: 'open to all', ...openToAll },
  { check: 'security/no-certificate', name: 'fails', ...failing },
  { check: 'security/no-certificate', name: 'cuts the connection', ...cutting },
  {
    check: 'security/ssl-2',
    name: 'answers SERVER-HELLO',
    start: () => startBytes([0x80, 0x0b, 4, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0]),
  },
  {
    check: 'security/ssl-3',
    name: 'answers ServerHello',
    start: () => startBytes([0x16, 3, 0, 0, 0x2a, 2, 0, 0, 0x26, 3, 0]),
  },
  {
    check: 'security/tls-1-0',
    name: 'accepts it',
    ...secure({ options: { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } }),
  },
  {
    check: 'security/tls-1-1',
    name: 'accepts it',
    ...secure({ options: { minVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } }),
  },
  {
    check: 'security/tls-1-2',
    name: 'admits TLS 1.3 alone',
    status: 'warning',
    ...secure({ options: { minVersion: 'TLSv1.3' } }),
  },
  {
    check: 'security/answers-without-certificate',
    name: 'aborts the handshake',
    ...secure({ options: { rejectUnauthorized: true } }),
  },
];

/** Faulty servers of every check of security; they need certificates. */
export const SECURITY_FAULTS: readonly Faulty[] = FAULTS.map((fault) => ({
  ...fault,
  skip: withoutOpenssl,
}));
