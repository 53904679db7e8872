import { expect } from '@open-wc/testing';
import { checkContact, serverFaults, type Faults } from './contact-rules.ts';

describe('a contact', () => {
  const cases: [name: string, phone: string, faults: Faults][] = [
    ['Jeanne Roy', '06 39 98 00 01', {}],
    ['Jean-Noël d’Œuvre', '+33 6 12 34 56 78', {}],
    ["L'Hostis", '0262.12.34.56', {}],
    ['Nguyễn Thị Ánh', '+590 690 12 34 56', {}],
    ['', '', { name: 'name-missing', phone: 'phone-missing' }],
    ['  ', '0612', { name: 'name-missing', phone: 'phone-invalid' }],
    ['Jean 2', '06 39 98 00 0x 1', { name: 'name-invalid', phone: 'phone-invalid' }],
    ['<b>', 'demain', { name: 'name-invalid', phone: 'phone-missing' }],
  ];
  for (const [name, phone, faults] of cases) {
    it(`« ${name} », « ${phone} » has ${Object.values(faults).join(', ') || 'no fault'}`, () => {
      expect(checkContact({ name, phone }, ['name', 'phone'])).to.deep.equal(faults);
    });
  }

  it('is checked only where it is asked', () => {
    expect(checkContact({ name: '', phone: '' }, ['phone'])).to.deep.equal({
      phone: 'phone-missing',
    });
    expect(checkContact({ name: '', phone: '' }, [])).to.deep.equal({});
  });

  it('shows the platform’s faults at their fields', () => {
    const detail = '';
    expect(
      serverFaults([
        { pointer: '/contact/phone', code: 'invalid-phone', detail },
        { pointer: '/contact/name', code: 'invalid-format', detail },
        { pointer: '/slotId', code: 'invalid-value', detail },
      ]),
    ).to.deep.equal({ phone: 'phone-invalid', name: 'name-invalid' });
  });
});
