import { Parser } from 'htmlparser2';

/** Elements whose text is not for readers. */
const SILENT = ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math'];
/** Soft hyphens, and what turns or hides text. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The text of a piece of HTML, in one line: no markup, no script, no control character, nothing that
 * turns the direction of reading.
 *
 * @param limit characters; longer texts end at a word, with an ellipsis
 */
export function plainText(html: string, limit: number): string {
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentagname: (name) => void (silent += Number(SILENT.includes(name))),
    onclosetag(name) {
      silent -= Number(SILENT.includes(name));
      text += ' ';
    },
    ontext: (piece) => void (text += silent > 0 ? '' : piece),
  });
  parser.end(html);
  const line = text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/ (?=[.,)])/g, '')
    .trim();
  return line.length <= limit ? line : `${cut(line, limit - 2)} …`;
}

function cut(text: string, limit: number): string {
  const start = text.slice(0, limit);
  const space = start.lastIndexOf(' ');
  return (space > limit / 2 ? start.slice(0, space) : start).replace(/[\uD800-\uDBFF]$/, '');
}
