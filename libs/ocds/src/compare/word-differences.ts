/** A stretch of a text: in both, only in the one before, or only in the one after. */
export interface WordDifference {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** More words than this, after the common beginning and end are set aside, are not compared one by one. */
const MOST_WORDS = 1_500;

/**
 * Two texts as one, word by word: joining what is `same` or `removed` gives the one before, `same` or `added` the one
 * after, spaces too. Of several shortest ways the one that removes first.
 */
export function wordDifferences(before: string, after: string): readonly WordDifference[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const start = commonLength(left, right);
  const [leftRest, rightRest] = [left.slice(start), right.slice(start)];
  const end = commonLength(leftRest.toReversed(), rightRest.toReversed());
  const [was, is] = [leftRest.slice(0, leftRest.length - end), rightRest.slice(0, rightRest.length - end)];
  return joined([
    ...left.slice(0, start).map(same),
    ...(was.length > MOST_WORDS || is.length > MOST_WORDS ? replaced(was, is) : aligned(was, is)),
    ...left.slice(left.length - end).map(same),
  ]);
}

/** Each word with the spaces before it, so that nothing is lost. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function commonLength(left: readonly string[], right: readonly string[]): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length++;
  return length;
}

const same = (text: string): WordDifference => ({ kind: 'same', text });
const removed = (text: string): WordDifference => ({ kind: 'removed', text });
const added = (text: string): WordDifference => ({ kind: 'added', text });

function replaced(was: readonly string[], is: readonly string[]): readonly WordDifference[] {
  return [...was.map(removed), ...is.map(added)];
}

/** The longest common subsequence, by the table of its lengths. */
function aligned(was: readonly string[], is: readonly string[]): readonly WordDifference[] {
  const lengths = commonLengths(was, is);
  const width = is.length + 1;
  const parts: WordDifference[] = [];
  let [row, column] = [0, 0];
  while (row < was.length && column < is.length) {
    if (was[row] === is[column]) {
      parts.push(same(was[row++]!));
      column++;
    } else if (lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!)
      parts.push(removed(was[row++]!));
    else parts.push(added(is[column++]!));
  }
  return [...parts, ...replaced(was.slice(row), is.slice(column))];
}

function commonLengths(was: readonly string[], is: readonly string[]): Uint16Array {
  const width = is.length + 1;
  const lengths = new Uint16Array((was.length + 1) * width);
  for (let row = was.length - 1; row >= 0; row--) {
    for (let column = is.length - 1; column >= 0; column--) {
      const at = row * width + column;
      lengths[at] =
        was[row] === is[column] ? lengths[at + width + 1]! + 1 : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  return lengths;
}

function joined(parts: readonly WordDifference[]): readonly WordDifference[] {
  const runs: WordDifference[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  }
  return runs;
}
