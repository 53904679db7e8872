/**
 * Prints one element without the page around it. A style sheet of the document hides, on paper only,
 * what neither holds the element nor is in it.
 */
export function printOnly(element: Element): void {
  const tag = element.localName;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@media print { body :not(:has(${tag}), ${tag}, ${tag} *) { display: none !important; } }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const restore = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  addEventListener('afterprint', restore, { once: true });
  print();
}
