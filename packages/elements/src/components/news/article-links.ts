/**
 * Links of the articles in the colour of the element: they stand in the page, where no style of a shadow
 * root reaches. Without specificity, so that whatever the page says of its links wins.
 */
const text = `:where(sas-news > article) :where(a) {
  color: var(--sas-color-accent, light-dark(#0b5d6e, #7fd0de));
  text-underline-offset: 0.2em;
}`;

let sheet: CSSStyleSheet | undefined;

/** Gives the articles' links their colour in the tree that an element stands in. */
export function colourLinks(element: Element): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
