/** A repeatable stream of chance: the same seed always tells the same story. */
export interface Random {
  /** A real number in [from, to). */
  readonly real: (from: number, to: number) => number;
  /** A whole number in [from, to], both ends included. */
  readonly integer: (from: number, to: number) => number;
  /** True with the given probability (0–1). */
  readonly chance: (probability: number) => boolean;
  /** One of the list; throws nothing, but the list must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of the list, each as likely as its weight. */
  readonly weighted: <T extends { readonly weight: number }>(list: readonly T[]) => T;
  /** `count` different members of the list, in random order (all of them when it is shorter). */
  readonly sample: <T>(list: readonly T[], count: number) => T[];
}

/** In: a whole-number seed. Out: a stream that depends on nothing else (xoshiro128**, https://prng.di.unimi.it/). */
export function createRandom(seed: number): Random {
  const unit = xoshiro(seed);
  const integer = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[integer(0, list.length - 1)]!;
  return {
    real: (from, to) => from + unit() * (to - from),
    integer,
    chance: (probability) => unit() < probability,
    pick,
    weighted: (list) => weightedPick(list, unit()),
    sample: (list, count) => shuffledHead([...list], count, integer),
  };
}

/** In: a seed and what it is wanted for. Out: a sub-seed; for one seed, different `n` never share one. */
export function subSeed(seed: number, n: number): number {
  const high = Math.floor(seed / 0x1_0000_0000);
  return scramble(scramble(scramble(seed >>> 0) ^ high) ^ n);
}

function xoshiro(seed: number): () => number {
  let a = scramble(seed + 1);
  let b = scramble(a + 1);
  let c = scramble(b + 1);
  let d = scramble(c + 1) | 1; // never all zero, where the generator would stand still
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / 0x1_0000_0000;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Spreads 32 bits over 32 bits, one to one: xor-shifts and odd multipliers can all be undone. */
function scramble(word: number): number {
  let mixed = (word + 0x9e37_79b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function weightedPick<T extends { readonly weight: number }>(list: readonly T[], unit: number): T {
  let left = unit * list.reduce((sum, { weight }) => sum + weight, 0);
  return list.find(({ weight }) => (left -= weight) < 0) ?? list.at(-1)!;
}

function shuffledHead<T>(pool: T[], count: number, integer: (from: number, to: number) => number): T[] {
  const size = Math.min(count, pool.length);
  for (let i = 0; i < size; i += 1) {
    const j = integer(i, pool.length - 1);
    [pool[i], pool[j]] = [pool[j]!, pool[i]!];
  }
  return pool.slice(0, size);
}
