/**
 * Resolves when the process is asked to stop (Ctrl-C, or the signal of a service manager). Asked a second time, it
 * leaves at once, as a person who presses Ctrl-C twice expects.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('SIGHUP', stop);
  });
}
