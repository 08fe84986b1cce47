import type { ReleaseDifference, TrailStep, WordDifference } from '#ocds';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Locale } from '../locale.js';
import { valueInWords } from '../story/value-in-words.js';
import { growthText } from './growth-text.js';
import { table } from './table.js';

/** Of an item on the way to a value, as many characters as tell it from others. */
const LONGEST_NAME = 50;

/** What two releases tell differently: the value, what it said and what it says. Long texts are told word by word. */
export function changeTable(caption: string, differences: readonly ReleaseDifference[], locale: Locale): Html {
  const { changes: words } = locale.words;
  const columns = [{ label: words.field }, { label: words.before }, { label: words.after }];
  return table({ caption, columns, rows: differences.map((difference) => rowOf(difference, locale)) });
}

function rowOf(difference: ReleaseDifference, locale: Locale): readonly Child[] {
  const { changes: words } = locale.words;
  const { trail, field, before, after, growth, words: stretches } = difference;
  const place = [...trail.map((step) => stepText(step, locale)), field[locale.language]].join(' · ');
  if (stretches) return [place, stretched(stretches, 'removed'), stretched(stretches, 'added')];
  return [
    place,
    before ? html`<del>${valueInWords(before, locale)}</del>` : html`<span class="missing">${words.notTold}</span>`,
    after
      ? html`<ins>${valueInWords(after, locale)}</ins>${growth && html` <span class="aside">${growthText(growth, words, locale)}</span>`}`
      : html`<span class="missing">${words.removed}</span>`,
  ];
}

function stepText({ label, item }: TrailStep, { language }: Locale): string {
  const called = item?.title ?? item?.id;
  if (called === undefined) return label[language];
  const cut = called.length > LONGEST_NAME ? `${called.slice(0, LONGEST_NAME - 1).trimEnd()}…` : called;
  return language === 'es' ? `${label.es} «${cut}»` : `${label.en} “${cut}”`;
}

function stretched(stretches: readonly WordDifference[], kind: 'removed' | 'added'): Html {
  const own = stretches.filter((stretch) => stretch.kind === 'same' || stretch.kind === kind);
  return html`${own.map(({ kind: said, text }) => {
    if (said === 'same') return text;
    return said === 'removed' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
  })}`;
}
