import type { Check } from '../../check.ts';
import { CONTENT } from './content.ts';
import { FORMS } from './forms.ts';
import { TRANSFER } from './transfer.ts';

/** The CapabilityStatement (official group 3) and how the server speaks HTTP. */
export const METADATA_CHECKS: readonly Check[] = [...CONTENT, ...FORMS, ...TRANSFER];
