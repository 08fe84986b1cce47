/** Runs asynchronous work a few at a time. */
export interface Bounded {
  /** @throws what `full` makes when too many wait already. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** @param limits most at once, and most that may wait for their turn. */
export function bounded(limits: { readonly running: number; readonly waiting: number }, full: () => Error): Bounded {
  let running = 0;
  const waiting: (() => void)[] = [];
  const enter = async () => {
    if (running < limits.running) running++;
    else if (waiting.length >= limits.waiting) throw full();
    else
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
  };
  // Who leaves hands the place over: nobody who comes later can take it first.
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running--;
  };
  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
