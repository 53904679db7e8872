import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressRefusal, guardedLookup, isAllowedIp } from './address.ts';

const STRICT = { loopback: false };
const DEVELOPMENT = { loopback: true };

const REFUSED = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::a00:1',
  '::ffff:10.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a00:1',
  '64:ff9b:1::a00:1',
  '2001::1',
  '2001:db8::1',
  '2002:a00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '4000::1',
  'not an address',
];

test('only public unicast addresses are connected to', () => {
  for (const ip of REFUSED) assert.equal(isAllowedIp(ip, STRICT), false, ip);
  for (const ip of ['93.184.216.34', '2606:2800:220:1::1', '::ffff:93.184.216.34'])
    assert.equal(isAllowedIp(ip, STRICT), true, ip);
});

test('development adds the machine itself, and nothing else', () => {
  const here = ['127.0.0.1', '127.255.255.254', '::1', '::ffff:127.0.0.1'];
  for (const ip of REFUSED) assert.equal(isAllowedIp(ip, DEVELOPMENT), here.includes(ip), ip);
});

const ADDRESSES: [string, strict: boolean, development: boolean][] = [
  ['https://logiciel.example/sas', true, true],
  ['https://logiciel.example:8443/sas?a=b', true, true],
  ['https://93.184.216.34/', true, true],
  ['http://logiciel.example/sas', false, false],
  ['http://localhost:3000/', false, true],
  ['http://127.0.0.1:3000/', false, true],
  ['http://[::1]:3000/', false, true],
  // What a URL makes of them is looked at, not how they are written.
  ['http://2130706433:3000/', false, true],
  ['https://127.1/', false, true],
  ['https://0x7f.0.0.1/', false, true],
  ['https://0/', false, false],
  ['https://[::ffff:10.0.0.1]/', false, false],
  ['https://[::127.0.0.1]/', false, false],
  ['https://169.254.169.254/latest/meta-data', false, false],
  ['https://user:secret@logiciel.example/', false, false],
  ['https://logiciel.example/#part', false, false],
  ['ftp://logiciel.example/', false, false],
  ['file:///etc/passwd', false, false],
  ['logiciel.example', false, false],
];

test('an address is refused for what its text tells', () => {
  for (const [address, strict, development] of ADDRESSES) {
    assert.equal(addressRefusal(address, STRICT) === null, strict, address);
    assert.equal(addressRefusal(address, DEVELOPMENT) === null, development, address);
  }
});

test('a name that leads to this machine is refused when it is looked up', async () => {
  const found = (policy: typeof STRICT) =>
    new Promise<string>((resolve) => {
      guardedLookup(policy)('localhost', { all: true }, (error, addresses) =>
        resolve(error?.name ?? typeof addresses),
      );
    });
  assert.equal(await found(STRICT), 'AddressRefusedError');
  assert.equal(await found(DEVELOPMENT), 'object');
});
