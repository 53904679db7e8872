/** What a reader reads of a page: no markup, one space. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body>')).replaceAll(/<[^>]+>/g, ' ');
  return body
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.])/g, '$1')
    .trim();
}
