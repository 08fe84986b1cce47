import type { Json } from '#ocds';

/** A source of whole numbers that is the same at every run: mulberry32. */
export type Draw = (below: number) => number;

export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\\u0000',
  '\\ud800',
  'null',
  '1e999',
  '-',
  '\u0000',
  'ñ',
  '\ufeff',
  '/*',
  'releases',
  '"ocid"',
];

/** Spoils a few bytes of a document: flips, cuts, doubles, swaps and inserts. */
export function mutateBytes(bytes: Uint8Array, draw: Draw): Uint8Array {
  let mutated: Uint8Array = bytes;
  for (let n = draw(4) + 1; n > 0; n--) mutated = spoil(mutated, draw);
  return mutated;
}

function spoil(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = draw(bytes.length + 1);
  const end = Math.min(bytes.length, at + draw(200));
  switch (draw(6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([draw(256)]), bytes.subarray(at + 1)]);
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(TOKENS[draw(TOKENS.length)]!), bytes.subarray(at)]);
  }
}

const VALUES: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  'x',
  '2026-13-45',
  [],
  {},
  [[]],
  [null],
  { id: null },
  { id: {} },
  'ocds-xs1qbl-x',
];

/** Puts wrong values, missing members and repeated elements into the tree of a document. */
export function mutateTree(document: Json, draw: Draw): Json {
  const copy = structuredClone(document) as Json;
  for (let n = draw(6) + 1; n > 0; n--) disturb(copy, draw);
  return copy;
}

function disturb(root: Json, draw: Draw): void {
  let node = root as Record<string, Json> | Json[];
  for (let depth = draw(9); depth > 0; depth--) {
    const inner = Object.values(node).filter((one) => typeof one === 'object' && one !== null);
    if (inner.length === 0) break;
    node = inner[draw(inner.length)] as Record<string, Json> | Json[];
  }
  const names = Object.keys(node);
  const name = names[draw(Math.max(1, names.length))] ?? 'id';
  const target = node as Record<string, Json>;
  const kind = draw(5);
  if (kind === 0) delete target[name];
  else if (kind === 1 && Array.isArray(node) && node.length > 0) node.push(structuredClone(node[draw(node.length)]!));
  else if (kind === 2)
    Object.defineProperty(target, '__proto__', {
      value: { polluted: true },
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else target[name] = structuredClone(VALUES[draw(VALUES.length)]!) as Json;
}
