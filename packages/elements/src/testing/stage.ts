import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Stages } from './emergency-first.ts';
import { create, type Scene, type Scenes } from './scenes.ts';

/** Puts an element on the page in French and plays its scene. */
export async function stage<E extends LitElement = LitElement>(
  tag: string,
  scene: Scene,
): Promise<E> {
  const parent = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
  const element = create(tag, scene) as unknown as E;
  parent.append(element);
  await element.updateComplete;
  await scene.act?.(element);
  await element.updateComplete;
  return element;
}

/** Stages of all scenes of an element. */
export function stages(tag: string, scenes: Scenes): Stages {
  return Object.fromEntries(
    Object.entries(scenes).map(([name, scene]) => [name, () => stage(tag, scene)]),
  );
}
