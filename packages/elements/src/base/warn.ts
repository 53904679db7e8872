const said = new Set<string>();

/** Tells the integrator once, in the console. */
export function warn(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  // eslint-disable-next-line no-console -- integrators read the console, nothing else
  console.warn(`[sas-kit] ${message}`);
}
