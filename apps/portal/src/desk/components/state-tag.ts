import { html } from '../../html.js';
import type { Html } from '../../html.js';

/** How a state reads: settled, on its way, in need of somebody, or of no consequence. The words alone carry the meaning. */
export type StateTone = 'settled' | 'moving' | 'attention' | 'quiet';

export function stateTag(label: string, tone: StateTone): Html {
  return html`<span class="tag ${tone}">${label}</span>`;
}
