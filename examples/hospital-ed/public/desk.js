/** The list names an orientation for which something is to be found: that is done above it. */
for (const wanted of ['sas-orientation-again', 'sas-orientation-execute'])
  document.addEventListener(wanted, () => document.querySelector('sas-orientation').focus());
