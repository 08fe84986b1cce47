import type { Growth } from '#ocds';
import { fill } from '../fill.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';
import { amount } from './amount.js';

/** By how much an amount grew or shrank, in words with `{difference}` and `{percent}`. */
export function growthText(
  { kind, difference, percent }: Growth,
  words: Readonly<Record<Growth['kind'], string>>,
  locale: Locale,
): Html {
  return fill(words[kind], { difference: amount(difference, locale), percent });
}
