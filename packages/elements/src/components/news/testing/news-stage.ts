import { fixture, html } from '@open-wc/testing';
import type { Stages } from '../../../testing/emergency-first.ts';
import type { SasNews } from '../news.ts';
import { createNews, newsScenes, type NewsScene } from './news-scenes.ts';

/** Puts a list on the page in French and plays its scene. */
export async function stageNews(scene: NewsScene): Promise<SasNews> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createNews(scene) as SasNews;
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element);
  await element.updateComplete;
  return element;
}

/** Stages of all scenes. */
export const newsStages: Stages = Object.fromEntries(
  Object.entries(newsScenes).map(([name, scene]) => [name, () => stageNews(scene)]),
);
