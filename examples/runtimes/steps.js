/** The first steps where a package is imported by its name: Node, Deno, Bun, every bundler. */
import { createSasClient, isSlotTaken } from '@sas-kit/client';
import { firstSteps } from './first-steps.js';

export const steps = (options) => firstSteps({ createSasClient, isSlotTaken }, options);
