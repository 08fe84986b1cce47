import { foldText } from '../cell/fold-text.js';
import { remembering } from '../cell/remembering.js';

/**
 * An organisation's name for comparison, never for display: without accents, case and punctuation, its legal form in the
 * one short spelling (“S.A. DE C.V.”, “SA CV” and “Sociedad Anónima de Capital Variable” are `sa de cv`).
 *
 * Ids of parties are derived from it: a change here changes them.
 */
export const normaliseOrganisationName: (name: string) => string = remembering(normalise);

function normalise(name: string): string {
  const words = initialsTogether(foldText(name));
  if (SHORT.test(words) || !FORM_AT_END.test(words)) return words;
  return FORMS.reduce((text, [form, short]) => text.replace(form, ` ${short} `), ` ${words} `).trim();
}

const SHORT = / (?:sa|sab|sapi|s de rl) de cv$/;
const FORM_AT_END = /(?:variable|limitada|anonima|simplificada|civil|privada|cv|rl|mi)$/;

/** “s a de c v” → “sa de cv”: letters that stand alone are an abbreviation. */
function initialsTogether(folded: string): string {
  const words: string[] = [];
  let isInitial = false;
  for (const word of folded.split(' ')) {
    const wasInitial = isInitial;
    isInitial = word.length < 3 && /^\p{L}$/u.test(word);
    words.push(isInitial && wasInitial ? `${words.pop()}${word}` : word);
  }
  return words.join(' ');
}

/** Ley General de Sociedades Mercantiles art. 1 and the forms of other laws; at the end of a name only. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/ sociedad anonima promotora de inversion de capital variable $/, 'sapi de cv'],
  [/ sociedad anonima bursatil de capital variable $/, 'sab de cv'],
  [/ sociedad anonima de capital variable $/, 'sa de cv'],
  [/ sociedad (?:de )?responsabilidad limitada de capital variable $/, 's de rl de cv'],
  [/ sociedad cooperativa (?:de )?responsabilidad limitada de capital variable $/, 'sc de rl de cv'],
  [/ sociedad (?:de )?responsabilidad limitada $/, 's de rl'],
  [/ sociedad por acciones simplificada(?: de capital variable)? $/, 'sas'],
  [/ sociedad anonima $/, 'sa'],
  [/ sociedad civil $/, 'sc'],
  [/ asociacion civil $/, 'ac'],
  [/ institucion de asistencia privada $/, 'iap'],
  [/ (sapi|sab|sa|sc|s|sas)(?: de)? (rl)(?: de)? cv $/, '$1 de $2 de cv'],
  [/ (sapi|sab|sa|sas)(?: de)? ?cv $/, '$1 de cv'],
  [/ sadecv $/, 'sa de cv'],
  [/ s(?: de)? rl(?: de)? mi $/, 's de rl mi'],
  [/ srl(?: de)? cv $/, 's de rl de cv'],
  [/ (?:s rl|srl) $/, 's de rl'],
];
