import type { Check } from '../../check.ts';
import { ADDRESS } from './address.ts';
import { CERTIFICATES } from './certificates.ts';
import { VERSIONS } from './versions.ts';

/** Mutual TLS and versions of TLS: the official group 1. */
export const SECURITY_CHECKS: readonly Check[] = [...ADDRESS, ...CERTIFICATES, ...VERSIONS];
