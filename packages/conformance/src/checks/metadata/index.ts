import type { Check } from '../../check.ts';
import { CONTENT } from './content.ts';
import { MANNERS } from './manners.ts';

/** The CapabilityStatement (official group 3) and how the server speaks HTTP. */
export const METADATA_CHECKS: readonly Check[] = [...CONTENT, ...MANNERS];
