import { expect, fixture, html } from '@open-wc/testing';
import { until, untilText } from '../../testing/tree.ts';
import './orientation.ts';
import { act, createOrientation, orientationScenes } from './testing/orientation-scenes.ts';

// Modules of a test come one by one, and there are more of them than a browser keeps by itself.
performance.setResourceTimingBufferSize(10_000);

/** The parts of the English texts that the page has asked for. */
const parts = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => /\/strings\/en\/orientation-(choice|ways|told)\.ts/.exec(name)?.[1] ?? '')
    .filter(Boolean)
    .sort();

describe('<sas-orientation> in English', () => {
  it('asks for its texts as they are shown', async () => {
    const parent = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = createOrientation(orientationScenes['beside the slots']);
    parent.append(element);
    await untilText(element, 'Who decided?');
    expect(parts()).to.deep.equal([]);
    await act(element, 'orientation');
    (await until(element, '.waiting')).click();
    await act(element, 'next');
    await untilText(element, 'Where does the patient go?');
    expect(parts()).to.deep.equal(['choice']);
    await act(element, 'overbooking');
    await untilText(element, 'Beside the slots: whom to call?');
    expect(parts()).to.deep.equal(['choice', 'ways']);
    await act(element, 'back');
    (await until(element, '[data-cell="m-24-0920"]')).click();
    await untilText(element, 'Check, then record');
    await act(element, 'confirm');
    await untilText(element, 'To be read to the patient');
    expect(parts()).to.deep.equal(['choice', 'told', 'ways']);
  });
});
