import { expect } from '@open-wc/testing';
import * as checklist from '../../testing/checklists.ts';
import { emergencyFirst } from '../../testing/emergency-first.ts';
import { FakeClock } from '../../testing/fake-clock.ts';
import type { Scene } from '../../testing/scenes.ts';
import { stage, stages } from '../../testing/stage.ts';
import { textOf } from '../../testing/tree.ts';
import { pathwayScenes as scenes } from './testing/pathway-scenes.ts';
import './pathway.ts';
import type { SasPathway } from './pathway.ts';

const tag = 'sas-pathway';
const fake = new FakeClock();
const show = (scene: Scene) => stage<SasPathway>(tag, scene);
const plain = () => show(scenes['fifteen alone']);
const numbers = (element: SasPathway) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.path a') ?? [])].map(
    ({ href }) => href,
  );

describe('<sas-pathway>', () => {
  beforeEach(() => fake.install());
  afterEach(() => fake.restore());

  const all = stages(tag, scenes);
  emergencyFirst(tag, all);
  checklist.accessible(all);
  checklist.renders(tag, plain);
  checklist.hidden(plain);
  checklist.reflects(plain, { theme: 'dark' });
  checklist.defaults(tag, { number: '', validUntil: '', headingLevel: 2 });
  checklist.themed(plain, {
    '--sas-color-tint': ['.box', 'background-color'],
    '--sas-color-on-tint': ['.box', 'color'],
  });
  checklist.edged(plain, ['.step', '.box']);
  checklist.translated(plain, { fr: 'Votre parcours avec le SAS', en: 'Your way through the SAS' });

  it('is one ordered list whose steps have headings, and no picture', async () => {
    const element = await plain();
    const steps = [...(element.shadowRoot?.querySelectorAll('.path > li') ?? [])];
    expect(steps.map((step) => step.querySelector('h3')?.textContent)).to.deep.equal([
      'Vous avez besoin d’un soin sans attendre',
      'Vous appelez',
      'Un assistant vous répond',
      'Un médecin décide avec vous',
      'Il vous propose une réponse',
    ]);
    expect(element.shadowRoot?.querySelector('img, svg, canvas')).to.equal(null);
  });

  it('asks for the own doctor first, and lists the six answers that there may be', async () => {
    const element = await plain();
    const text = textOf(element);
    expect(text.indexOf('Avez-vous un médecin traitant ?')).to.be.below(
      text.indexOf('Vous appelez'),
    );
    const lists = element.shadowRoot?.querySelectorAll('.boxes');
    expect(lists?.[1]?.children).to.have.length(6);
  });

  it('asks no question that it answers, and promises nothing', async () => {
    const element = await plain();
    expect(element.shadowRoot?.querySelector('input, select, button')).to.equal(null);
    expect(textOf(element)).not.to.match(/symptôme|gravit|diagnosti|pas besoin|garanti/i);
  });

  it('gives 15, and the territory’s number while it is valid', async () => {
    const cases: [scene: keyof typeof scenes, hrefs: string[]][] = [
      ['fifteen alone', ['tel:15']],
      ['local number', ['tel:15', 'tel:116117']],
      ['until a day', ['tel:15', 'tel:+33261919191']],
      ['expired', ['tel:15']],
      ['not a number', ['tel:15']],
    ];
    for (const [scene, hrefs] of cases) {
      expect(numbers(await show(scenes[scene])), scene).to.deep.equal(hrefs);
    }
  });
});
