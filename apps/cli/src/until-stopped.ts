/**
 * Resolves when the process is asked to stop (Ctrl-C, the signal of a service manager, or the end of the process that
 * started it). Asked a second time by a signal, it leaves at once, as a person who presses Ctrl-C twice expects.
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
    process.once('disconnect', resolve);
  });
}
