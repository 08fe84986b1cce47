import type { TrackedComment } from '#tracking';

/** What the public asked of a commitment, and a question that is being asked. */
export interface QuestionsView {
  readonly published: readonly TrackedComment[];
  /** Only of today: a past day takes no question. */
  readonly open: boolean;
  /** A question that was not taken, as it was written, and why. */
  readonly refused?: { readonly text: string; readonly name: string; readonly fault: string } | undefined;
}

export const NO_QUESTIONS: QuestionsView = { published: [], open: false };
