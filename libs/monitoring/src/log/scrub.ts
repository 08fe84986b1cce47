const DAY = String.raw`\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
const NOT_INSIDE_A_WORD = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;

/** In this order: an address with a password looks like an e-mail address. Every repetition is bounded. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(?<=:\/\/)[^\s/@]{1,300}@/gu, '…@'],
  [/\b(bearer|basic)\s{1,3}[\w.~+/=-]{4,4000}/giu, '$1 …'],
  [/\bc7k_\w{1,200}/gu, 'c7k_…'],
  [
    /(\b(?:pass(?:word|wd)?|contrase(?:ñ|n)a|clave|secret[oa]?|token|cookie|authorization|_csrf)["']?\s{0,3}[=:]\s{0,3})(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s,;&"'}]{1,2000})/giu,
    '$1…',
  ],
  [/[\p{L}\p{N}.!#$%&'*+=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, '[correo]'],
  [new RegExp(`${NOT_INSIDE_A_WORD}[A-Z]{4}${DAY}[HMX][A-Z]{5}[A-Z0-9]\\d${END}`, 'giu'), '[CURP]'],
  [new RegExp(`${NOT_INSIDE_A_WORD}[A-ZÑ&]{3,4}-?${DAY}-?[A-Z0-9]{3}${END}`, 'giu'), '[RFC]'],
];

/** Longest text that a line of the log repeats. */
const MOST = 8_000;

/**
 * A text for the log: without passwords and keys, and without the e-mail, RFC or CURP of anybody. A net under code that
 * should not have put them there, not a licence to do so.
 */
export function scrub(text: string): string {
  return PATTERNS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text.slice(0, MOST));
}
