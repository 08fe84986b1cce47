import { percentOf } from '#ocds';
import type { Decimal } from '#ocds';
import { html } from '../html.js';
import type { Html } from '../html.js';

/**
 * A plain horizontal bar, `part` of `whole`. It repeats a figure that stands beside it, so it is hidden from readers of
 * sound; drawn as SVG because the content security policy allows no inline style.
 */
export function bar(part: Decimal, whole: Decimal): Html {
  const width = percentOf(part, whole) ?? '0';
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${width}" height="1"/></svg>`;
}
