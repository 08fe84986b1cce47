import type { AwardLine, ContractLine, Day, Deal } from '#ocds';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import type { PartyPage } from '../views.js';
import { amount, amounts } from './amount.js';
import { dayInTable } from './day.js';
import { foldedTable } from './folded-table.js';
import { missing } from './notice.js';
import { partyName } from './party-name.js';

/** Who won what, with which contract, and what was paid on it. */
export function dealTable(deals: readonly Deal[], locale: Locale, pages: readonly PartyPage[] = []): Html {
  const { deals: words } = locale.words;
  if (deals.length === 0) return missing(words.none);
  const columns = [
    { label: words.supplier },
    { label: words.awardAmount, kind: 'figure' as const },
    { label: words.contract },
    { label: words.contractAmount, kind: 'figure' as const },
    { label: words.paid, kind: 'figure' as const },
  ];
  const rows = deals.map((deal) => [...awardCells(deal, pages, locale), ...contractCells(deal.contract, locale)]);
  return foldedTable({ caption: words.caption, columns, rows, wide: true }, locale);
}

function awardCells({ award, sameAward }: Deal, pages: readonly PartyPage[], locale: Locale): readonly Child[] {
  const { deals: words } = locale.words;
  if (award === undefined) return [html`<span class="missing">${words.noAward}</span>`, ''];
  const names = supplierNames(award, pages, locale);
  if (sameAward) return [names, html`<span class="missing">${words.same}</span>`];
  return [names, [amount(award.money, locale), dated(words.awarded, award.day, locale)]];
}

function supplierNames({ suppliers, status }: AwardLine, pages: readonly PartyPage[], locale: Locale): Child {
  const names =
    suppliers.length === 0
      ? html`<span class="missing">${locale.words.deals.noSupplier}</span>`
      : suppliers.map((name, n) => html`${n > 0 && ', '}${partyName(name, 'supplier', pages, locale)}`);
  return [names, statusNote(status, 'awardStatus', locale)];
}

function contractCells(contract: ContractLine | undefined, locale: Locale): readonly Child[] {
  const { deals: words } = locale.words;
  if (contract === undefined) return [html`<span class="missing">${words.noContract}</span>`, '', ''];
  const paid =
    contract.payments === 0 ? html`<span class="missing">${words.noPayments}</span>` : amounts(contract.paid, locale);
  const number = html`<span class="code">${contract.id ?? locale.words.common.notReported}</span>`;
  return [
    [number, statusNote(contract.status, 'contractStatus', locale)],
    [amount(contract.money, locale), dated(words.signed, contract.signed, locale)],
    paid,
  ];
}

function dated(label: string, day: Day | undefined, locale: Locale): Html {
  return html` <span class="aside">${label}: ${dayInTable(day, locale)}</span>`;
}

// "Active" is what everyone expects; any other status is worth a word.
function statusNote(
  status: string | undefined,
  codelist: 'awardStatus' | 'contractStatus',
  locale: Locale,
): Html | false {
  if (status === undefined || status === 'active') return false;
  return html` <span class="status">(${codeLabel(locale, codelist, status).toLowerCase()})</span>`;
}
