import { readFile, writeFile } from 'node:fs/promises';

const PAGE = 'docs/security.md';

/** A part of the table of attempts and outcomes; each spec file owns one. */
export interface Outcomes {
  /** A test, and its row: what is attempted, and what is seen to come of it. */
  attempt(what: string, outcome: string, work: () => Promise<void>): void;
}

/**
 * The rows of one spec file in docs/security.md. The whole suite writes them; its quick slice only compares. To be
 * called at the top of the file, once.
 */
export function outcomesOf(part: string): Outcomes {
  const rows: { readonly what: string; told: string }[] = [];
  let untold = 0;
  afterAll(async () => {
    if (untold > 0) return; // only some were run: nothing to tell of the others
    await tell(part, rows);
  });
  return {
    attempt(what, outcome, work) {
      const row = { what, told: '**not withstood**' };
      rows.push(row);
      untold++;
      it(`${what}: ${outcome}`, async () => {
        untold--;
        await work();
        row.told = outcome;
      });
    },
  };
}

async function tell(part: string, rows: readonly { readonly what: string; readonly told: string }[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [begin, end] = [`<!-- ${part} -->\n`, `<!-- end of ${part} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`${PAGE} has no part for ${part}: add «${begin.trim()}» and «${end}».`);
  const lines = rows.map(({ what, told }) => `| ${what} | ${told} |\n`);
  const table = ['\n| attempt | outcome |\n', '| --- | --- |\n', ...lines, '\n'].join('');
  const written = page.slice(0, from + begin.length) + table + page.slice(to);
  if (written === page) return;
  if (process.env['C7_QUICK'])
    throw new Error(`${PAGE} does not tell what «${part}» does now. Write it anew: npm run test:security`);
  await writeFile(PAGE, written);
}
