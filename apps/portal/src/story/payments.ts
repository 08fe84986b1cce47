import { dayOf, knownMoneyOf, memberOf, partOf, partsOf, paymentsOf, textOf } from '#ocds';
import type { Day, JsonObject, Money, Release } from '#ocds';

export interface PaymentLine {
  readonly contract?: string;
  readonly day?: Day;
  readonly payer?: string;
  readonly payee?: string;
  readonly money?: Money;
}

/** A change to the call of a tender. */
export interface CallChange {
  readonly day?: Day;
  readonly text?: string;
}

/** Every payment, oldest first; those without a date last. */
export function paymentLinesOf(release: Release): readonly PaymentLine[] {
  return partsOf(release.contracts)
    .flatMap((contract) => paymentsOf(contract).map((payment) => paymentLine(textOf(contract.id), payment)))
    .toSorted(byDay);
}

/** Every amendment of the tender, oldest first; those of contracts are told with their values (`contractsOf`). */
export function callChangesOf(release: Release): readonly CallChange[] {
  return partsOf(partOf(release.tender)?.amendments)
    .map((amendment) => ({
      day: dayOf(amendment.date),
      text: textOf(amendment.description) ?? textOf(amendment.rationale),
    }))
    .toSorted(byDay);
}

function paymentLine(contract: string | undefined, payment: JsonObject): PaymentLine {
  return {
    contract,
    day: dayOf(payment['date']),
    payer: nameAt(payment, 'payer'),
    payee: nameAt(payment, 'payee'),
    money: knownMoneyOf(memberOf(payment, 'value')),
  };
}

function nameAt(payment: JsonObject, role: string): string | undefined {
  const reference = memberOf(payment, role);
  return textOf(reference?.['name']) ?? textOf(reference?.['id']);
}

function byDay(a: { readonly day?: Day }, b: { readonly day?: Day }): number {
  return (a.day ?? '9999').localeCompare(b.day ?? '9999');
}
