import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';
import type { CallChange, PaymentLine } from '../story/payments.js';
import type { ProcessStory } from '../story/process-story.js';
import { amount } from './amount.js';
import { contractHistories } from './contract-history.js';
import { dayInTable } from './day.js';
import { foldedTable } from './folded-table.js';
import { missing } from './notice.js';

/** What was changed in the call, how each contract came to its value, and what was paid after signing. */
export function paymentTables({ callChanges, contracts, payments }: AfterSigning, locale: Locale): Html {
  const { payments: words } = locale.words;
  const histories = contractHistories(contracts, locale);
  if (histories === undefined && callChanges.length === 0) return missing(words.none);
  return html`${callChanges.length > 0 && callTable(callChanges, locale)}
${histories}
${payments.length > 0 ? paymentTable(payments, locale) : missing(words.noPayments)}`;
}

type AfterSigning = Pick<ProcessStory, 'callChanges' | 'contracts' | 'payments'>;

function callTable(changes: readonly CallChange[], locale: Locale): Html {
  const { payments: words } = locale.words;
  const columns = [{ label: words.day, kind: 'day' as const }, { label: words.amendment }];
  const rows = changes.map(({ day, text }) => [
    dayInTable(day, locale),
    text ?? html`<span class="missing">${words.noText}</span>`,
  ]);
  return foldedTable({ caption: words.callCaption, columns, rows }, locale);
}

function paymentTable(payments: readonly PaymentLine[], locale: Locale): Html {
  const { payments: words, common } = locale.words;
  const columns = [
    { label: words.day, kind: 'day' as const },
    { label: words.contract },
    { label: words.payee },
    { label: words.payer },
    { label: words.amount, kind: 'figure' as const },
  ];
  const rows = payments.map(({ day, contract, payee, payer, money }) => [
    dayInTable(day, locale),
    html`<span class="code">${contract ?? common.notReported}</span>`,
    payee ?? common.notReported,
    payer ?? common.notReported,
    amount(money, locale),
  ]);
  return foldedTable({ caption: words.caption, columns, rows }, locale);
}
