/** A decimal number as text: optional minus, digits, optional fraction. Exact, unlike a float. */
export type Decimal = string;

interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

const NUMERAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/;

/** Reads a JSON number or a numeral in text; `undefined` when it is neither (or is absurdly large). */
export function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const match = NUMERAL.exec(String(value).trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  return toText(shift({ digits: BigInt(whole + fraction), scale: fraction.length }, Number(exponent)), sign === '-');
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const [a, b] = aligned(left, right);
  return fromScaled({ digits: a.digits + b.digits, scale: a.scale });
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return addDecimals(left, right.startsWith('-') ? right.slice(1) : `-${right}`);
}

/** Negative, zero or positive, as a sort wants it. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const [a, b] = aligned(left, right);
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -1 : 1;
}

export function isZero(value: Decimal): boolean {
  return !/[1-9]/.test(value);
}

/** Rounded half away from zero, with exactly `places` digits after the point. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  const scaled = toScaled(value);
  if (scaled.scale <= places) return fromScaled(widen(scaled, places));
  const unit = 10n ** BigInt(scaled.scale - places);
  const magnitude = scaled.digits < 0n ? -scaled.digits : scaled.digits;
  const rounded = (magnitude * 2n + unit) / (unit * 2n);
  return fromScaled({ digits: scaled.digits < 0n ? -rounded : rounded, scale: places });
}

/** `part` in hundredths of `whole`, rounded to one decimal; `undefined` when `whole` is zero. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | undefined {
  const [a, b] = aligned(part, whole);
  if (b.digits === 0n) return undefined;
  return roundDecimal(fromScaled({ digits: (a.digits * 100_000n) / b.digits, scale: 3 }), 1);
}

function toScaled(value: Decimal): Scaled {
  const [whole = '0', fraction = ''] = value.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function fromScaled({ digits, scale }: Scaled): Decimal {
  return toText({ digits: digits < 0n ? -digits : digits, scale }, digits < 0n);
}

function toText({ digits, scale }: Scaled, negative: boolean): Decimal {
  const text = digits.toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = scale === 0 ? '' : `.${text.slice(-scale)}`;
  return `${negative && digits !== 0n ? '-' : ''}${whole}${fraction}`;
}

function shift({ digits, scale }: Scaled, exponent: number): Scaled {
  if (exponent <= scale) return { digits, scale: scale - exponent };
  return { digits: digits * 10n ** BigInt(exponent - scale), scale: 0 };
}

function aligned(left: Decimal, right: Decimal): readonly [Scaled, Scaled] {
  const [a, b] = [toScaled(left), toScaled(right)];
  const scale = Math.max(a.scale, b.scale);
  return [widen(a, scale), widen(b, scale)];
}

function widen({ digits, scale }: Scaled, wanted: number): Scaled {
  return { digits: digits * 10n ** BigInt(wanted - scale), scale: wanted };
}
