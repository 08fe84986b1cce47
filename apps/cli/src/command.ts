/** 0 done, 1 done with findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

/** One subcommand of `c7`. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** The command line and its options, for `--help`. */
  readonly usage: string;
  /** @param args what follows the command's name. @throws what `reportError` explains. */
  run(args: readonly string[]): Promise<ExitCode>;
}
