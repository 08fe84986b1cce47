import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';
import type { AmendmentLine, PaymentLine } from '../story/payments.js';
import { amount } from './amount.js';
import { dayInTable } from './day.js';
import { foldedTable } from './folded-table.js';
import { missing } from './notice.js';

/** What was changed and what was paid after signing. */
export function paymentTables(
  amendments: readonly AmendmentLine[],
  payments: readonly PaymentLine[],
  locale: Locale,
): Html {
  const { payments: words } = locale.words;
  if (amendments.length === 0 && payments.length === 0) return missing(words.none);
  return html`${amendments.length > 0 && amendmentTable(amendments, locale)}
${payments.length > 0 ? paymentTable(payments, locale) : missing(words.noPayments)}`;
}

function amendmentTable(amendments: readonly AmendmentLine[], locale: Locale): Html {
  const { payments: words, common } = locale.words;
  const columns = [{ label: words.day, kind: 'day' as const }, { label: words.amends }, { label: words.amendment }];
  const rows = amendments.map(({ day, stage, contract, text }) => [
    dayInTable(day, locale),
    stage === 'tender'
      ? words.tender
      : html`${words.contract} <span class="code">${contract ?? common.notReported}</span>`,
    text ?? html`<span class="missing">${words.noText}</span>`,
  ]);
  return foldedTable({ caption: words.amendmentsCaption, columns, rows }, locale);
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
