import { text } from 'node:stream/consumers';

/** What a pipe brings, without the end of its last line: for secrets, which do not belong on a command line. */
export async function readStdin(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
