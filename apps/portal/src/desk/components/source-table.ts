import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { SourceLine } from '../views/source.view.js';
import { instant } from './instant.js';
import { stateTag } from './state-tag.js';
import type { StateTone } from './state-tag.js';

/** Sources that are read by themselves: how each fares and since when it is silent. */
export function sourceTable(caption: string, sources: readonly SourceLine[], locale: DeskLocale): Html {
  const { sources: words } = locale.desk;
  const columns = [
    { label: words.source },
    { label: words.state },
    { label: words.publisher },
    { label: words.schedule },
    { label: words.lastSuccess, kind: 'day' as const },
    { label: words.lastNews, kind: 'day' as const },
  ];
  return table({ caption, columns, rows: sources.map((source) => row(source, locale)) });
}

/** How a source fares, in words: an alarm goes before what its last run did. */
export function sourceState({ paused, alarm, lastOutcome }: SourceLine, { desk }: DeskLocale): Html {
  const { sources: words } = desk;
  if (paused) return stateTag(words.paused, 'quiet');
  if (alarm !== null) return stateTag(words.alarms[alarm], 'attention');
  if (lastOutcome === null) return stateTag(words.never, 'moving');
  return stateTag(wordFor(words.outcomes, lastOutcome), TONES[lastOutcome]);
}

const TONES: Readonly<Record<NonNullable<SourceLine['lastOutcome']>, StateTone>> = {
  running: 'moving',
  done: 'settled',
  unchanged: 'settled',
  'with-faults': 'attention',
  failed: 'attention',
  interrupted: 'moving',
};

/** The address of a source on the desk, in Spanish form. */
export function sourcePath(id: string): string {
  return `/escritorio/fuentes/${encodeURIComponent(id)}`;
}

function row(source: SourceLine, locale: DeskLocale): readonly Child[] {
  const { sources: words } = locale.desk;
  const { id, kind, publisherId, schedule, lastSuccessAt, lastNewsAt } = source;
  return [
    [
      html`<a href="${pathIn(locale.language, sourcePath(id))}">${id}</a>`,
      html` <span class="aside">${words.kinds[kind]}</span>`,
    ],
    sourceState(source, locale),
    publisherId,
    schedule,
    lastSuccessAt === null ? html`<span class="missing">${words.neverYet}</span>` : instant(lastSuccessAt),
    lastNewsAt === null ? html`<span class="missing">${words.neverYet}</span>` : instant(lastNewsAt),
  ];
}
