import { type Block, plainText } from '#tracker';

/** The shares of a table's width that its columns get, which sum 1: more to those with more text, a place to each. */
export function columnShares({ head, rows }: Extract<Block, { kind: 'table' }>): readonly number[] {
  if (head.length === 2) return [0.3, 0.7];
  const weights = head.map((heading, index) => {
    const lengths = rows.map((cells) => plainText(cells[index] ?? []).length);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    return Math.sqrt(Math.min(200, Math.max(10, heading.length, mean)));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
