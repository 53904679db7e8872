/** Which regime, which number, until when: a pure function, for pages without any platform too. */
export * from '@sas-kit/regime';
