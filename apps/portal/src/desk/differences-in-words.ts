import { parsePointer, placeOf, type Json, type ReleaseDifference, shownValue, type Step } from '#ocds';
import { valueInWords } from '../story/value-in-words.js';
import type { DeskLocale } from './desk-locale.js';
import type { Difference } from './views/process.view.js';

/** What two releases tell differently, each field and value in the reader's words. */
export function differencesInWords(
  differences: readonly ReleaseDifference[],
  locale: DeskLocale,
): readonly Difference[] {
  const { language } = locale;
  return differences.map(({ trail, field, before, after }) => {
    const way = trail.map(({ label, item }) => [label[language], item?.title ?? item?.id].filter(Boolean).join(' '));
    const said = [...way, field[language]].join(' · ');
    return {
      field: { es: said, en: said },
      before: before && valueInWords(before, locale),
      after: after && valueInWords(after, locale),
    };
  });
}

/** The same of values by pointer, as the check of a file tells them. */
export function pointersInWords(
  differences: readonly { readonly pointer: string; readonly before?: Json; readonly after?: Json }[],
  locale: DeskLocale,
): readonly Difference[] {
  return differences.map(({ pointer, before, after }) => {
    const steps = parsePointer(pointer) ?? [];
    const said = placeText(steps, pointer, locale);
    return {
      field: { es: said, en: said },
      before: before === undefined ? undefined : textAt(before, steps, locale),
      after: after === undefined ? undefined : textAt(after, steps, locale),
    };
  });
}

function placeText(steps: readonly Step[], pointer: string, { language }: DeskLocale): string {
  if (steps.length === 0) return pointer;
  const { label, above } = placeOf(steps);
  const way = above.map(({ label: own, item }) => [own[language], item?.id].filter(Boolean).join(' '));
  return [...way, label[language]].join(' · ');
}

function textAt(value: Json, steps: readonly Step[], locale: DeskLocale): string {
  const { name, field } = placeOf(steps);
  return valueInWords(shownValue(value, name, field), locale);
}
