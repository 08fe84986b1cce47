import { dayOf, knownMoneyOf, memberOf, partOf, partsOf, paymentsOf, textOf } from '#ocds';
import type { Amendment, Day, JsonObject, Money, Release, Stage } from '#ocds';

export interface PaymentLine {
  readonly contract?: string;
  readonly day?: Day;
  readonly payer?: string;
  readonly payee?: string;
  readonly money?: Money;
}

/** A change to the tender or to a contract (convenio modificatorio). */
export interface AmendmentLine {
  readonly stage: Extract<Stage, 'tender' | 'contract'>;
  readonly contract?: string;
  readonly day?: Day;
  readonly text?: string;
}

/** Every payment, oldest first; those without a date last. */
export function paymentLinesOf(release: Release): readonly PaymentLine[] {
  return partsOf(release.contracts)
    .flatMap((contract) => paymentsOf(contract).map((payment) => paymentLine(textOf(contract.id), payment)))
    .toSorted(byDay);
}

/** Every amendment, oldest first. */
export function amendmentsOf(release: Release): readonly AmendmentLine[] {
  const tender = partsOf(partOf(release.tender)?.amendments).map((amendment) =>
    amendmentLine('tender', undefined, amendment),
  );
  const contracts = partsOf(release.contracts).flatMap(({ id, amendments }) =>
    partsOf(amendments).map((amendment) => amendmentLine('contract', textOf(id), amendment)),
  );
  return [...tender, ...contracts].toSorted(byDay);
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

function amendmentLine(
  stage: AmendmentLine['stage'],
  contract: string | undefined,
  amendment: Amendment,
): AmendmentLine {
  return {
    stage,
    contract,
    day: dayOf(amendment.date),
    text: textOf(amendment.description) ?? textOf(amendment.rationale),
  };
}

function byDay(a: { readonly day?: Day }, b: { readonly day?: Day }): number {
  return (a.day ?? '9999').localeCompare(b.day ?? '9999');
}
