/** Wakes one waiter early. A ring while nobody waits is kept for the next wait. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, at the latest after `ms`. */
  wait(ms: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms) {
      if (!rung) await untilRungOr(ms, (resolve) => void (wake = resolve));
      rung = false;
      wake = undefined;
    },
  };
}

function untilRungOr(ms: number, whenRung: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    whenRung(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
