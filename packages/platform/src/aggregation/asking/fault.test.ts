import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorFault, type Fault, faultOf } from './fault.ts';

const CASES: [string, Fault][] = [
  ['ENOTFOUND', 'name-not-found'],
  ['EAI_AGAIN', 'name-not-found'],
  ['ECONNREFUSED', 'no-connection'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no-connection'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-of-another'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-not-trusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-not-trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-not-trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-not-trusted'],
  ['INVALID_PURPOSE', 'certificate-not-trusted'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'certificate-refused'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'certificate-refused'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['EPROTO', 'tls'],
  ['HPE_INVALID_CONSTANT', 'protocol'],
  ['UND_ERR_HEADERS_OVERFLOW', 'protocol'],
];

for (const [code, fault] of CASES) {
  test(`${code} is ${fault}`, () => {
    assert.equal(faultOf(Object.assign(new Error(code), { code }), true).fault, fault);
  });
}

test('what breaks off after something was sent is a lost connection', () => {
  const { fault, early } = faultOf(Object.assign(new Error('x'), { code: 'ECONNRESET' }), false);
  assert.deepEqual([fault, early], ['connection-lost', false]);
});

test('of several addresses the first tells', () => {
  const inner = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
  const { fault, message } = faultOf(new AggregateError([inner]), true);
  assert.equal(fault, 'no-connection');
  assert.match(message, /ECONNREFUSED/);
});

test('words of an editor lose what is no text', () => {
  assert.match(new EditorFault('refused', 'a\0b\nc').message, /: a b c$/);
});

test('a fault stays what it is', () => {
  const fault = new EditorFault('timeout');
  assert.equal(faultOf(fault, true), fault);
});
