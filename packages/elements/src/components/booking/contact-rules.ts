import type { Contact, ContactRequirements, ProblemError } from '@sas-kit/client';

export type ContactField = ContactRequirements['fields'][number];
export type FaultCode = 'name-missing' | 'name-invalid' | 'phone-missing' | 'phone-invalid';
export type Faults = Partial<Record<ContactField, FaultCode>>;

/** The contract's pattern of a name. */
const namePattern = /^[\p{L}\p{Mn} .''’-]+$/u;

/** What is wrong before anything is sent. The platform has the last word. */
export function checkContact({ name, phone }: Contact, fields: readonly ContactField[]): Faults {
  const faults: Faults = {};
  if (fields.includes('name')) {
    if (name.trim() === '') faults.name = 'name-missing';
    else if (!namePattern.test(name)) faults.name = 'name-invalid';
  }
  if (fields.includes('phone')) {
    const digits = phone.replace(/\D/g, '').length;
    if (digits === 0) faults.phone = 'phone-missing';
    else if (digits < 10 || !/^\+?[\d .()-]+$/.test(phone.trim())) faults.phone = 'phone-invalid';
  }
  return faults;
}

/** The platform's faults, each at its field. */
export function serverFaults(errors: readonly ProblemError[]): Faults {
  const faults: Faults = {};
  for (const { pointer } of errors) {
    if (pointer === '/contact/name') faults.name = 'name-invalid';
    if (pointer === '/contact/phone') faults.phone = 'phone-invalid';
  }
  return faults;
}

export const hasFaults = (faults: Faults): boolean => Object.keys(faults).length > 0;
