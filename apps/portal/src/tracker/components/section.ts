import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';

/** A part of a page with its heading beside it. */
export function section(id: string, heading: string, body: Child): Html {
  return html`<section class="railed" aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<div>${body}</div>
</section>`;
}

/** Facts by name. */
export function factList(facts: readonly (readonly [label: string, value: Child])[]): Html {
  return html`<dl class="summary">${facts.map(
    ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>
`,
  )}</dl>`;
}
