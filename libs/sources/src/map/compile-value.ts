import { compareDecimals, type Json } from '#ocds';
import { isBlankLike } from '../cell/is-blank-like.js';
import { readCurrency } from '../cell/read-currency.js';
import { readMoney } from '../cell/read-money.js';
import { remembering } from '../cell/remembering.js';
import type { ValueTemplate } from '../profile/profile.js';
import type { Scope } from './columns.js';
import { maybeColumn, readColumn } from './compile-leaf.js';
import { cellOf, report, trace, type Fill, type Filling, type Rows } from './filling.js';

/**
 * Makes the filling of a Value: `amount` with taxes, `netAmount` without (EDCA-MX taxes extension). Where only the net
 * amount is known it is the net amount alone. Zero is unknown, and is left out with a warning.
 */
export function compileValue({ $value }: ValueTemplate, scope: Scope): Fill {
  const amountColumn = maybeColumn(scope, $value.amount);
  const netColumn = maybeColumn(scope, $value.net);
  const currencyColumn = maybeColumn(scope, $value.currency);
  const read = remembering((text) => readCurrency(text));
  return (filling, rows, pointer) => {
    const amount = readColumn(filling, rows, amountColumn, (text) => readMoney(text));
    const net = readColumn(filling, rows, netColumn, (text) => readMoney(text));
    if (amount === undefined && net === undefined) return undefined;
    if (amount !== undefined && net !== undefined && compareDecimals(net, amount) > 0) {
      report(filling, rows, netColumn, 'net-above-gross', { net, gross: amount });
    }
    const currency = currencyOf(filling, rows);
    if (amount !== undefined) trace(filling, rows, amountColumn, `${pointer}/amount`);
    if (net !== undefined) trace(filling, rows, netColumn, `${pointer}/netAmount`);
    const value: Record<string, Json> = {};
    if (amount !== undefined) value.amount = Number(amount);
    if (net !== undefined) value.netAmount = Number(net);
    if (currency !== undefined) value.currency = currency;
    if (cellOf(rows, currencyColumn) !== '') trace(filling, rows, currencyColumn, `${pointer}/currency`);
    return value;
  };

  /** Of a currency that cannot be read nothing is assumed. */
  function currencyOf(filling: Filling, rows: Rows): string | undefined {
    const text = cellOf(rows, currencyColumn);
    if (text === '' || isBlankLike(text)) return $value.default;
    return readColumn(filling, rows, currencyColumn, read);
  }
}
