/** The first steps where a package is imported by its name: Node, Deno, Bun, every bundler. */
import { createSasClient, isSlotTaken } from '@sas-kit/client';
import { firstSteps } from './first-steps.js';
import { verify } from './verify.js';

export const steps = async ({ delivery, ...platform }) => ({
  ...(await firstSteps({ createSasClient, isSlotTaken }, platform)),
  ...(delivery && (await verify(delivery))),
});
