import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';

/** Facts by name, one below the other; a fact that is not known is left out by whoever lists them. */
export function summaryList(facts: readonly (readonly [name: string, value: Child])[]): Html {
  return html`<dl class="summary">${facts.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
  )}</dl>`;
}
