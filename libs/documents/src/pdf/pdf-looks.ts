import type { Run } from '#tracker';

/** Fonts that every PDF reader has, for text of western Europe. */
export const FONTS = {
  plain: 'Helvetica',
  bold: 'Helvetica-Bold',
  italic: 'Helvetica-Oblique',
  serif: 'Times-Bold',
} as const;

export const COLOURS = { ink: '#1c1b19', quiet: '#5d594f', rule: '#bbb5a8', warning: '#a4492a' } as const;

interface Look {
  readonly font: string;
  readonly colour: string;
}

/** How a run of a report looks. */
export function lookOf({ style }: Run): Look {
  if (style === 'strong') return { font: FONTS.bold, colour: COLOURS.ink };
  if (style === 'missing') return { font: FONTS.italic, colour: COLOURS.quiet };
  return { font: FONTS.plain, colour: style === 'source' ? COLOURS.quiet : COLOURS.ink };
}

/** Text that those fonts can show: a letter they lack loses its marks, or becomes «?». */
export function printable(text: string): string {
  return text.replace(NOT_SHOWN, (sign) => {
    const [bare = ''] = sign.normalize('NFD');
    return /^[ -~]$/.test(bare) ? bare : '?';
  });
}

/** All but Windows-1252. */
const NOT_SHOWN = /[^\n -~\u00A0-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;
