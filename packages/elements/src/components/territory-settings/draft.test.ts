import { expect } from '@open-wc/testing';
import { changedParts, draftOf, idOfPointer, rebase, updateOf, withValue } from './draft.ts';
import { territory } from './testing/fake-territories.ts';

const base = draftOf(territory);
const other = withValue(base, ['partners'], []);

describe('the draft of a territory', () => {
  it('holds what a lead changes, and nothing else', () => {
    expect(Object.keys(base)).to.deep.equal([
      'accessNumbers',
      'openingHours',
      'statuses',
      'partners',
      'dangerSigns',
      'publicBooking',
    ]);
    expect(base.publicBooking).to.have.all.keys('enabled', 'controller', 'dataProtectionContact');
  });

  it('is written at a place, leaves what was read alone, and knows what differs', () => {
    const draft = withValue(base, ['openingHours', 0, 'sas', 1, 'to'], '13:00');
    expect(base.openingHours[0]?.sas[1]?.to).to.equal('12:00');
    expect(changedParts(base, draft)).to.deep.equal(['openingHours']);
    expect(changedParts(base, withValue(draft, ['openingHours', 0, 'sas', 1, 'to'], '12:00'))).to.be
      .empty;
  });

  it('loses an item of a list that is taken out, and takes one more', () => {
    const fewer = withValue(base, ['accessNumbers', 0], undefined);
    expect(fewer.accessNumbers.map(({ number }) => number)).to.deep.equal(['116117']);
    const more = withValue(base, ['partners', 1], { name: 'SAMU', kind: 'samu' });
    expect(more.partners.length).to.equal(2);
  });

  it('sends the parts that were changed only, and from when', () => {
    expect(updateOf(base, other, null)).to.deep.equal({ partners: [] });
    const from = '2027-01-04T08:00:00+01:00';
    expect(updateOf(base, other, from)).to.deep.equal({ partners: [], effectiveFrom: from });
  });

  it('stays over what somebody else changed, and says where both did', () => {
    const fresh = withValue(
      withValue(base, ['statuses'], []),
      ['partners'],
      [{ name: 'SAMU', kind: 'samu' }],
    );
    const { draft, both } = rebase(base, other, fresh);
    expect(draft.partners).to.deep.equal([]);
    expect(draft.statuses).to.deep.equal([]);
    expect(both).to.deep.equal(['partners']);
    expect(rebase(base, other, base).both).to.be.empty;
  });

  it('has a field for the place of a fault', () => {
    expect(idOfPointer('/openingHours/0/sas/1/to')).to.equal('openingHours-0-sas-1-to');
  });
});
