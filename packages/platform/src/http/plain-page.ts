/** What a page says to a person whose browser cannot be sent on. */
export interface PlainPage {
  /** In French, as `text`. */
  title: string;
  text: string;
  english: string;
  /** Where to go from here: an address of this server, and its words. */
  ways: readonly (readonly [href: string, words: string])[];
  /** A code of letters to tell to somebody else. */
  code?: string | null;
}

/** Plain HTML that loads and runs nothing. Nothing that came with a request stands in it but `code`. */
export function plainPage({ title, text, english, ways, code = null }: PlainPage): string {
  const links = ways.map(([href, words]) => `<a href="${href}">${words}</a>`).join(' · ');
  const small =
    code === null ? '' : `<p><small>Code : ${code.replaceAll(/[^\w .-]/g, '')}</small></p>`;
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body><main>
<h1>${title}</h1>
<p>${text}</p>
<p lang="en">${english}</p>
<p>${links}</p>
${small}
</main></body>
</html>
`;
}
