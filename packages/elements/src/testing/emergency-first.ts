import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { find, shown, textOf } from './tree.ts';

/** An element brought into a state. */
export type Stage = () => Promise<HTMLElement>;
/** The states of an element, by name. */
export type Stages = Record<string, Stage>;

/** The text of the contract, in the languages that the elements speak. */
export const emergencyText = {
  fr:
    'Urgence vitale ou doute : appelez le 15 ou le 112. Vous ne pouvez pas parler ou entendre : ' +
    '114 (SMS, application, urgence114.fr).',
  en:
    'Life-threatening emergency, or in doubt: call 15 or 112. You cannot speak or hear: ' +
    '114 (text message, app, urgence114.fr).',
};

/** In every state the emergency text comes first, whole, as links, in the first screenful. */
export function emergencyFirst(tag: string, stages: Stages): void {
  describe(`<${tag}> says where to call first`, () => {
    for (const [name, stage] of Object.entries(stages)) {
      it(`when ${name}`, async () => {
        await setViewport({ width: 320, height: 568 });
        const element = await stage();
        const first = [...shown(element)].find((inside) => inside.childElementCount === 0);
        const text = find(element, '.emergency');
        expect(text, 'the text is there').to.exist;
        expect(text?.contains(first ?? null), `first is ${first?.outerHTML}`).to.equal(true);
        expect(textOf(text ?? element)).to.equal(emergencyText.fr);
        const links = [...(text?.querySelectorAll('a') ?? [])].map((link) => link.href);
        expect(links).to.include.members(['tel:15', 'tel:112', 'sms:114']);
        expect(links.some((link) => link.startsWith('https://www.urgence114.fr'))).to.equal(true);
        const { bottom } = text?.getBoundingClientRect() ?? { bottom: Infinity };
        expect(bottom - element.getBoundingClientRect().top).to.be.below(568);
        const all = [...shown(element)].filter((inside) => inside.matches('.emergency'));
        expect(all.length, 'once only').to.equal(1);
      });
    }

    it('whatever its attributes say', async () => {
      const stage = Object.values(stages)[0];
      const element = await stage?.();
      const observed = (customElements.get(tag) as unknown as { observedAttributes: string[] })
        .observedAttributes;
      for (const value of ['', 'none', 'false', '0']) {
        for (const attribute of [...observed, 'emergency', 'no-emergency', 'compact']) {
          element?.setAttribute(attribute, value);
        }
        await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
        expect(element && find(element, '.emergency')?.checkVisibility()).to.equal(true);
      }
    });
  });
}
