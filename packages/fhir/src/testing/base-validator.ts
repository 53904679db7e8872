/** Errors of a resource against base FHIR R4, by the library `fhir`. */
export type BaseValidator = (resource: unknown) => string[];

/**
 * An independent judge of base R4, or null where the library is not installed.
 */
export async function loadBaseValidator(): Promise<BaseValidator | null> {
  const name = 'fhir';
  const library = (await import(name).catch(() => null)) as {
    Fhir: new () => {
      validate: (
        resource: unknown,
        options: { errorOnUnexpected: boolean },
      ) => { valid: boolean; messages: { location?: string; message: string; severity: string }[] };
    };
  } | null;
  if (library === null) return null;
  const judge = new library.Fhir();
  return (resource) => {
    const { messages } = judge.validate(resource, { errorOnUnexpected: true });
    return messages
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ location = '', message }) => `${location}: ${message}`);
  };
}
