import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), 'apps', 'portal', 'src', 'components');
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
const isExamples = (name: string) => name.endsWith('examples.ts');

/** The components that a file takes from beside it. */
const takenBy = (name: string) =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/from '\.\/([\w-]+)\.js'/g)].map(([, taken]) => `${taken}.ts`);

/** What examples show, whole or as a part of what they show. */
function shown(): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = files.filter((name) => name.endsWith('.examples.ts')).flatMap(takenBy);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...takenBy(name));
  }
  return reached;
}

it('shows every component in the examples, so that the style page and the tests have it', () => {
  const reached = shown();
  expect(files.filter((name) => !isExamples(name) && !reached.has(name))).toEqual([]);
});
