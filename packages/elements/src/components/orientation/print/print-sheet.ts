/**
 * Prints what a patient takes along, on a sheet of A5: nothing of the page around the element, and of the
 * element what its own styles leave on paper.
 */
export function printSheet(element: Element): void {
  const tag = element.localName;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@page { size: A5; margin: 12mm; }
    @media print {
      html, body { margin: 0 !important; padding: 0 !important; background: none !important; }
      body :not(:has(${tag}), ${tag}, ${tag} *) { display: none !important; }
    }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const restore = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  addEventListener('afterprint', restore, { once: true });
  print();
}
