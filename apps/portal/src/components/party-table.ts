import type { Side } from '#ocds';
import { fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import type { PartyIdentifier, PartyLine } from '../story/parties.js';
import type { PartyPage } from '../views.js';
import { foldedTable } from './folded-table.js';
import { missing } from './notice.js';
import { partyName } from './party-name.js';

/** Who asks, buys and pays. */
export function buyingTable(parties: readonly PartyLine[], locale: Locale, pages: readonly PartyPage[] = []): Html {
  const { words } = locale;
  if (parties.length === 0) return missing(words.parties.noBuying);
  const columns = [{ label: words.parties.name }, { label: words.parties.role }, { label: words.parties.identifier }];
  const rows = parties.map((party) => [
    nameOf(party, 'buyer', pages, locale),
    rolesOf(party, locale),
    identifiersOf(party, locale),
  ]);
  return foldedTable({ caption: words.parties.buying, columns, rows }, locale);
}

/** Who offered, and who of them won. */
export function competingTable(parties: readonly PartyLine[], locale: Locale, pages: readonly PartyPage[] = []): Html {
  const { words } = locale;
  if (parties.length === 0) return missing(words.parties.noCompeting);
  const columns = [{ label: words.parties.name }, { label: words.parties.result }, { label: words.parties.identifier }];
  const rows = parties.map((party) => [
    nameOf(party, 'supplier', pages, locale),
    resultOf(party, locale),
    identifiersOf(party, locale),
  ]);
  return foldedTable({ caption: words.parties.competing, columns, rows }, locale);
}

function nameOf({ name, unlisted }: PartyLine, side: Side, pages: readonly PartyPage[], locale: Locale): Child {
  const { words } = locale;
  const shown =
    name === undefined
      ? html`<span class="missing">${words.common.noName}</span>`
      : partyName(name, side, pages, locale);
  return [shown, unlisted && html` <span class="attention">${words.parties.unlisted}</span>`];
}

function rolesOf({ roles }: PartyLine, locale: Locale): string {
  return roles.map((role) => codeLabel(locale, 'role', role)).join(', ');
}

function resultOf({ won }: PartyLine, { words }: Locale): string {
  return won === 0 ? words.parties.notWon : fillText(pluralOf(words.parties.won, won), { n: formatCount(won) });
}

function identifiersOf({ identifiers }: PartyLine, locale: Locale): Child {
  if (identifiers.length === 0) return html`<span class="missing">${locale.words.parties.noIdentifier}</span>`;
  return identifiers.map((identifier, index) => html`${index > 0 && html`<br>`}${identifierText(identifier, locale)}`);
}

/** Stands for the RFC of a natural person in what is published (docs/decisions/0004). */
const PSEUDONYM = /^PF-[0-9a-f]{16}$/;

function identifierText({ scheme, id }: PartyIdentifier, locale: Locale): Html {
  const { rfc, curp } = locale.words.mask;
  if (id === rfc || id === curp) return html`<span class="missing">${id}</span>`;
  if (scheme === 'MX-RFC' && PSEUDONYM.test(id)) return html`<span class="missing">${rfc}</span>`;
  return html`${scheme && html`${codeLabel(locale, 'scheme', scheme)} `}<span class="code">${id}</span>`;
}
