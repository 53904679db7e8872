import { fixture, html } from '@open-wc/testing';
import type { Stages } from '../../../testing/emergency-first.ts';
import type { SasTerritorySettings } from '../territory-settings.ts';
import type { FakeTerritories } from './fake-territories.ts';
import { createSettings, settingsScenes, type SettingsScene } from './settings-scenes.ts';

/** Puts the element on the page in French and plays its scene. */
export async function show(scene: SettingsScene): Promise<SasTerritorySettings> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = createSettings(scene);
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element);
  await element.updateComplete;
  return element;
}

/** What the platform of an element was asked. */
export const asked = (element: SasTerritorySettings): FakeTerritories =>
  element.client!.territories as FakeTerritories;

/** Stages of all scenes. */
export const settingsStages: Stages = Object.fromEntries(
  Object.entries(settingsScenes).map(([name, scene]) => [name, () => show(scene)]),
);
