import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Locale } from '../locale.js';
import type { Share } from '../views.js';
import { bar } from './bar.js';
import { table } from './table.js';

/** How the processes spread over some codes: number, percentage and bar, each row leading to its processes. */
export function shareTable(
  { caption, label, shares }: { readonly caption: string; readonly label: string; readonly shares: readonly Share[] },
  labelOf: (code: string) => string,
  locale: Locale,
): Html {
  const whole = shares.reduce((sum, { processes }) => sum + processes, 0);
  const { party: words } = locale.words;
  const columns = [
    { label },
    { label: words.processes, kind: 'figure' as const },
    { label: words.share, kind: 'figure' as const },
  ];
  const rows = shares.map(({ code, processes, href }): readonly Child[] => {
    const name = code === undefined ? locale.words.common.notReported : labelOf(code);
    return [
      href === undefined ? name : html`<a href="${pathIn(locale.language, href)}">${name}</a>`,
      formatCount(processes),
      html`${percentText(processes, whole)}${bar(String(processes), String(whole))}`,
    ];
  });
  return table({ caption, columns, rows });
}

/** A part in whole percent; what is less than half of one is said so. */
export function percentText(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (100 * part) / whole;
  return part > 0 && percent < 0.5 ? '< 1 %' : `${Math.round(percent)} %`;
}
