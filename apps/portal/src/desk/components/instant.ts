import { html } from '../../html.js';
import type { Html } from '../../html.js';

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/Mexico_City',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment by the clock of Jalisco, to the minute: `2026-03-31 18:05`. What cannot be read is shown as it came. */
export function instant(at: string): Html {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return html`${at}`;
  return html`<time datetime="${time.toISOString()}">${CLOCK.format(time)}</time>`;
}
