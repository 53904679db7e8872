/** First halves that keep their hyphen: `rendez-vous`, `demi-journée`. */
const heads = new Set(
  'rendez après avant sous demi mi semi non ex vice soi lui elle eux au ci là peut quatre vingt'.split(
    ' ',
  ),
);
/** Second halves that keep it: `ceux-ci`, `là-dessus`, `appelez-vous`. */
const tails = new Set('vous nous même mêmes dessus dessous delà ci là être il elle on'.split(' '));
/** What follows a hyphen that stands for a missing second half: `pré- et post-opératoire`. */
const joining = new Set(['et', 'ou', 'and', 'or', 'à']);

const ligatures: Readonly<Record<string, string>> = {
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬀ: 'ff',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};

/**
 * A text as it was before a PDF cut its lines: `départe- ment` is `département`,
 * `Auvergne- Rhône-Alpes` is `Auvergne-Rhône-Alpes`, `rendez- vous` is `rendez-vous`.
 * Soft hyphens and ligatures go, too.
 */
export function cleanPasted(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/[ﬀ-ﬄ]/g, (ligature) => ligatures[ligature] ?? ligature)
    .replace(
      /(\p{L}+)[-\u2010]\s+(\p{L}+)/gu,
      (whole: string, head: string, tail: string): string => {
        if (joining.has(tail)) return whole;
        const kept =
          tail !== tail.toLowerCase() || heads.has(head.toLowerCase()) || tails.has(tail);
        return kept ? `${head}-${tail}` : head + tail;
      },
    );
}
