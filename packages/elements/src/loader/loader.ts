import { warn } from '../base/warn.ts';
import { mount } from './mount.ts';

/** What a loader knows of the files beside it. */
export interface LoaderOptions {
  /** Tags that there is a file for. */
  readonly tags: readonly string[];
  /** Version of SAS Kit, for the console. */
  readonly version: string;
  /** Loads the file that defines a tag. */
  readonly load: (tag: string) => Promise<unknown>;
}

/** Told to the document by every loader; the one at work cancels it. */
const arrival = 'sas-kit-loader';

const candidates = ':not(:defined),[data-sas]';

/**
 * Defines every SAS element that is on the page, or comes to it, by loading its file, and mounts the
 * elements that `data-sas` asks for. Looks into the document, not into other shadow roots. Of several
 * loaders on a page, of one version or two, the first works and the others say so in the console.
 */
export function startLoader({ tags, version, load }: LoaderOptions): void {
  if (!document.dispatchEvent(new Event(arrival, { cancelable: true }))) {
    warn(`loader ${version} does nothing: this page has a loader already, the first one works.`);
    return;
  }
  document.addEventListener(arrival, (event) => event.preventDefault());

  const loads = new Map<string, Promise<unknown>>();
  const defined = (tag: string): Promise<unknown> => {
    if (customElements.get(tag)) return Promise.resolve();
    if (!tags.includes(tag)) {
      warn(`<${tag}> is not an element of SAS Kit ${version}; there are ${tags.join(', ')}.`);
      return Promise.resolve();
    }
    let loading = loads.get(tag);
    if (!loading) {
      loading = load(tag).catch((error: unknown) => {
        // The next one that comes to the page is another chance.
        loads.delete(tag);
        warn(`${tag} did not load, what stands between its tags stays: ${String(error)}`);
      });
      loads.set(tag, loading);
    }
    return loading;
  };

  const visit = (element: Element): void => {
    const asked = element.getAttribute('data-sas');
    if (asked !== null) {
      const tag = asked.replace(/^(sas-)?/, 'sas-');
      void defined(tag).then(() => mount(element, tag));
    } else if (element.localName.startsWith('sas-')) void defined(element.localName);
  };
  const scan = (root: ParentNode): void => root.querySelectorAll(candidates).forEach(visit);

  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(candidates)) visit(node);
        scan(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  scan(document);
}
