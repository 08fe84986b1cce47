import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import type { DeskLocale } from '../desk-locale.js';
import type { CorrectionLine } from '../views/process.view.js';
import { instant } from './instant.js';
import { stateTag } from './state-tag.js';
import type { StateTone } from './state-tag.js';

const TONES: Readonly<Record<CorrectionLine['state'], StateTone>> = {
  proposed: 'attention',
  published: 'settled',
  rejected: 'quiet',
};

/** Corrections, each with its reason and who proposed it. */
export function correctionTable(caption: string, lines: readonly CorrectionLine[], locale: DeskLocale): Html {
  const { corrections: words } = locale.desk;
  const columns = [
    { label: words.reason },
    { label: words.process },
    { label: words.state },
    { label: words.by },
    { label: words.at, kind: 'day' as const },
  ];
  const rows = lines.map(({ id, ocid, reason, state, by, at }) => [
    html`<a href="${pathIn(locale.language, correctionPath(id))}">${reason}</a>`,
    html`<span class="code">${ocid}</span>`,
    stateTag(words.states[state], TONES[state]),
    by,
    instant(at),
  ]);
  return table({ caption, columns, rows });
}

/** The address of a correction, in Spanish form. */
export function correctionPath(id: string): string {
  return `/escritorio/correcciones/${encodeURIComponent(id)}`;
}
