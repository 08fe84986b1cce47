import codelists from '../../../../schemas/ocds/1.1/codelists.json' with { type: 'json' };
import { BLANK, type CellValue } from './cell-value.js';
import { foldText } from './fold-text.js';
import { isBlankLike } from './is-blank-like.js';

/** Reads a currency by its code or by its name as Mexican files write it: “Peso mexicano”, “M.N.”, “Dólares”. */
export function readCurrency(text: string): CellValue<string> {
  const folded = foldText(text.replaceAll('€', ' euro ').replaceAll('$', ' '));
  const value = NAMES.get(folded) ?? codeIn(folded);
  if (value !== undefined) return { value };
  return isBlankLike(text) ? BLANK : { rule: 'currency-unknown' };
}

/** ISO 4217, as in the OCDS code list `currency`. */
const CODES: ReadonlySet<string> = new Set(codelists['currency.csv']);

/** “MXN - Peso mexicano”, “Pesos (MXN)”. */
function codeIn(folded: string): string | undefined {
  const words = folded.toUpperCase().split(' ');
  return [words[0]!, words.at(-1)!].find((word) => CODES.has(word));
}

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  MXN: [
    'peso',
    'pesos',
    'peso mexicano',
    'pesos mexicanos',
    'peso mexicanos',
    'pesos mexicano',
    'mexicano',
    'm n',
    'mn',
    'mxp',
    'mx',
    'moneda nacional',
    'nacional',
    'pesos m n',
    'pesos mn',
    'pesos moneda nacional',
    'peso moneda nacional',
    'peso mx',
    'pesos mx',
  ],
  USD: [
    'dolar',
    'dolares',
    'dolar americano',
    'dolares americanos',
    'dolar estadounidense',
    'dolares estadounidenses',
    'dolar de los estados unidos',
    'dolar de los estados unidos de america',
    'dolares de los estados unidos de america',
    'dls',
    'dlls',
    'usdollar',
    'us dollar',
  ],
  EUR: ['euro', 'euros'],
  CAD: ['dolar canadiense', 'dolares canadienses'],
  GBP: ['libra', 'libras', 'libra esterlina', 'libras esterlinas'],
  JPY: ['yen', 'yenes', 'yen japones'],
  CHF: ['franco suizo', 'francos suizos'],
  MXV: ['udi', 'udis', 'unidad de inversion', 'unidades de inversion'],
};

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);
