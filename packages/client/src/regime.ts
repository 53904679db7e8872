/**
 * Which regime, which number, until when: a pure function, for pages without any platform too.
 *
 * @module
 */
export * from '@sas-kit/regime';
