import { table } from '../../components/table.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { SourceRun } from '../views/source.view.js';
import { instant } from './instant.js';

/** What the last runs of a source did. */
export function runTable(runs: readonly SourceRun[], locale: DeskLocale): Html {
  const { runs: words } = locale.desk;
  const columns = [
    { label: words.started, kind: 'day' as const },
    { label: words.outcome },
    { label: words.files, kind: 'figure' as const },
    { label: words.repeated, kind: 'figure' as const },
    { label: words.faulty, kind: 'figure' as const },
    { label: words.releases, kind: 'figure' as const },
    { label: words.held, kind: 'figure' as const },
  ];
  return table({ caption: words.caption, columns, rows: runs.map((run) => row(run, locale)), wide: true });
}

function row(run: SourceRun, locale: DeskLocale): readonly Child[] {
  const { runs: words, sources } = locale.desk;
  const trouble = run.errorMessage !== null && html` <span class="aside">${run.errorMessage} ${run.errorRemedy}</span>`;
  const byHand = run.trigger === 'person' && html` <span class="aside">${words.byHand}</span>`;
  return [
    [instant(run.startedAt), byHand],
    [wordFor(sources.outcomes, run.outcome), trouble],
    ...[run.files, run.repeated, run.faulty, run.releases, run.held].map(formatCount),
  ];
}
