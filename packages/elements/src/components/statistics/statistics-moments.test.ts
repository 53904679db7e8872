import { fixture, html } from '@open-wc/testing';
import { englishWalk } from '../../testing/english-loads.ts';
import { untilText } from '../../testing/tree.ts';
import './statistics.ts';
import { createStatistics, serviceOf, statisticsScenes } from './testing/statistics-scenes.ts';

describe('<sas-statistics> in English', () => {
  it('loads its English in two steps: what frames the figures, then their names', async () => {
    const load = englishWalk('sas-statistics');
    const parent = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const element = createStatistics(statisticsScenes.preparing);
    parent.append(element);
    await load('opening');
    const service = serviceOf(element);
    service.answers = {};
    void element.refresh();
    await load('figures');
    await untilText(element, 'Calls received by day');
  });
});
