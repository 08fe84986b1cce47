import type { Side } from '#ocds';
import { html } from '../html.js';
import type { Child } from '../html.js';
import { partyPath, pathIn } from '../links.js';
import type { Locale } from '../locale.js';
import type { PartyPage } from '../views.js';

/** A name as the process gives it, which leads to the page of its party where it has one. */
export function partyName(name: string, side: Side, pages: readonly PartyPage[], locale: Locale): Child {
  const page = pages.find((one) => one.side === side && one.name === name);
  return page ? html`<a href="${pathIn(locale.language, partyPath(side, page.id))}">${name}</a>` : name;
}
