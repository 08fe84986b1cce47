import type { Value } from '#ocds';

/** Whole Mexican cents: sums are exact, and a price printed from them has no float residue. */
export type Cents = number;

/** The general rate: Ley del Impuesto al Valor Agregado, art. 1. */
const IVA_PERCENT = 16;

/** In: cents without IVA. Out: cents with it, rounded to the cent. */
export function withIva(net: Cents): Cents {
  return net + Math.round((net * IVA_PERCENT) / 100);
}

/** In: cents with IVA. Out: the largest net whose IVA does not take it over. */
export function withoutIva(gross: Cents): Cents {
  return Math.floor((gross * 100) / (100 + IVA_PERCENT));
}

/** In: cents without IVA. Out: an OCDS value with both readings, in pesos. */
export function money(net: Cents): Value {
  return pesos(withIva(net), net);
}

/** In: cents with and without IVA. Out: an OCDS value, in pesos. */
export function pesos(gross: Cents, net: Cents): Value {
  return { amount: gross / 100, netAmount: net / 100, currency: 'MXN' };
}
