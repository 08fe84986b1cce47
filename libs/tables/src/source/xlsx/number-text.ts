/**
 * The number of a cell as plain decimal text. Spreadsheets calculate with 15 significant digits and show no more
 * (Excel specifications and limits: "Number precision"); what stands behind is residue of binary arithmetic:
 * 0.30000000000000004 is 0.3. Whole numbers stay as they are written: long ones are codes.
 *
 * @returns undefined for text that is no number
 */
export function numberText(text: string): string | undefined {
  if (WHOLE.test(text)) return text;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return undefined;
  return shortNumber(number);
}

export function shortNumber(number: number): string {
  const text = String(number);
  const short = text.length > 16 && !Number.isSafeInteger(number) ? String(Number(number.toPrecision(15))) : text;
  return short.includes('e') ? withoutExponent(short) : short;
}

const WHOLE = /^(?:0|-?[1-9]\d*)$/;

function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)\.?(\d*)e([+-]\d+)$/.exec(text) ?? [];
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return (
    sign + (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  );
}
