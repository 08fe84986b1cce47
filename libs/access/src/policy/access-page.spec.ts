import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POLICY } from './policy.js';
import { ROLE_NAMES } from './role-names.js';

const reaches = { organisation: 'su organización', platform: 'en toda la plataforma' };

it('has the table of docs/access.md in step with the policy', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../../docs/access.md'), 'utf8');
  const rows = Object.entries(POLICY).map(
    ([action, { roles, reach, words }]) =>
      `| ${words.es} (\`${action}\`) | ${roles.map((role) => ROLE_NAMES[role].es).join(', ')} | ${reaches[reach]} |`,
  );
  expect(page).toContain(`| --- | --- | --- |\n${rows.join('\n')}\n`);
});
