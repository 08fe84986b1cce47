/** 0 done, 1 done with findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** One subcommand of `c7`, loaded. */
export interface Command {
  /** The command line and its options, for `--help`. */
  readonly usage: string;
  /** @param args what follows the command's name. @throws what `reportError` explains. */
  run(args: readonly string[]): Promise<ExitCode>;
}

/** A subcommand as the list of commands knows it. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** It runs until it is stopped, and others wait for its answers. */
  readonly serves?: true;
  load(): Promise<Command>;
}
