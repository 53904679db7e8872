/**
 * Signed events: endpoints of the platform, and checking what they receive.
 *
 * @module
 */
export * from './resource.ts';
