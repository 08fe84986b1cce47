import { table } from '../../components/table.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import type { DeskLocale } from '../desk-locale.js';
import type { UploadLine, UploadState } from '../views/upload.view.js';
import { instant } from './instant.js';
import { stateTag } from './state-tag.js';
import type { StateTone } from './state-tag.js';

const TONES: Readonly<Record<UploadState, StateTone>> = {
  received: 'moving',
  checking: 'moving',
  ready: 'attention',
  refused: 'attention',
  taking: 'moving',
  done: 'settled',
  failed: 'attention',
  cancelled: 'quiet',
};

/** Uploads in a table, newest first. */
export function uploadTable(caption: string, lines: readonly UploadLine[], locale: DeskLocale): Html {
  const { uploads: words } = locale.desk;
  const columns = [
    { label: words.file },
    { label: words.state },
    { label: words.faults, kind: 'figure' as const },
    { label: words.rows, kind: 'figure' as const },
    { label: words.publisher },
    { label: words.by },
    { label: words.sent, kind: 'day' as const },
  ];
  return table({ caption, columns, rows: lines.map((line) => row(line, locale)) });
}

/** The state of an upload in words. */
export function uploadState(state: UploadState, { desk: { uploads: words } }: DeskLocale): Html {
  return stateTag(words.states[state], TONES[state]);
}

/** The address of an upload on the desk, in Spanish form. */
export function uploadPath(id: string): string {
  return `/escritorio/cargas/${encodeURIComponent(id)}`;
}

function row(line: UploadLine, locale: DeskLocale): readonly Child[] {
  const { id, fileName, publisher, state, by, createdAt, rows, faults } = line;
  return [
    html`<a href="${pathIn(locale.language, uploadPath(id))}">${fileName}</a>`,
    uploadState(state, locale),
    counted(faults),
    counted(rows),
    publisher,
    by,
    instant(createdAt),
  ];
}

function counted(n: number | undefined): Child {
  return n === undefined ? html`<span class="missing">—</span>` : formatCount(n);
}
