/** Null in a module, where an address is relative to the module anyway. */
const script = document.currentScript as HTMLScriptElement | null;

/** Loads a module beside this script, wherever that is, be it `type="module"` or not. */
export function importBeside(path: string): Promise<unknown> {
  return import(script ? new URL(path, script.src).href : `./${path}`);
}
