import { expect } from '@open-wc/testing';
import type { StrictReport } from '../../testing/strict-page.ts';

describe('under a content security policy of the page alone', () => {
  it('a slot is searched, kept and booked, and nothing is refused', async () => {
    const frame = document.createElement('iframe');
    const report = new Promise<StrictReport>((resolve) => {
      addEventListener('message', (event: MessageEvent<StrictReport>) => {
        if (event.source === frame.contentWindow) resolve(event.data);
      });
    });
    frame.src = new URL('../../testing/strict-page.html', import.meta.url).href;
    document.body.append(frame);
    const { violations, text } = await report;
    frame.remove();
    expect(text).to.include('Rendez-vous réservé');
    expect(violations).to.deep.equal([]);
  });
});
