import { setTimeout as pause } from 'node:timers/promises';

export interface Deadline {
  readonly passed: () => boolean;
}

/** A moment `milliseconds` from now, by the monotonic clock. */
export function startDeadline(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return { passed: () => performance.now() >= end };
}

/** Asks again every `everyMs` until there is an answer; undefined when the deadline passed first. */
export async function until<Answer>(
  deadline: Deadline,
  ask: () => Answer | undefined | Promise<Answer | undefined>,
  everyMs = 10,
): Promise<Answer | undefined> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || deadline.passed()) return answer;
    await pause(everyMs);
  }
}
