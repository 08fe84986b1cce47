import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseServerAccount, parsePasswd } from './server-account.js';

describe('parsePasswd', () => {
  it('reads accounts, passing over comments, foreign entries and what is not an account', () => {
    const text = `##
# User Database
root:x:0:0:root:/root:/bin/bash
nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false
postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
+::::::
broken:x`;
    expect(parsePasswd(text)).toEqual([
      { name: 'root', uid: 0, gid: 0 },
      { name: 'nobody', uid: -2, gid: -2 },
      { name: 'postgres', uid: 101, gid: 104 },
    ]);
  });
});

(process.geteuid?.() === 0 ? describe : describe.skip)('chooseServerAccount, as root', () => {
  it.each([
    ['postgres:x:101:104::/:\nnobody:x:65534:65534::/:', { name: 'postgres', uid: 101, gid: 104, drop: true }],
    ['nobody:x:65534:65534::/:\nother:x:1000:1000::/:', { name: 'nobody', uid: 65_534, gid: 65_534, drop: true }],
    ['postgres:x:0:0::/:\nnobody:x:99:99::/:', { name: 'nobody', uid: 99, gid: 99, drop: true }],
  ])('of %j takes an unprivileged account', async (passwd, expected) => {
    const folder = await mkdtemp(join(tmpdir(), 'c7-accounts-'));
    await writeFile(join(folder, 'passwd'), passwd);
    expect(await chooseServerAccount(join(folder, 'absent'), join(folder, 'passwd'))).toEqual(expected);
    await rm(folder, { recursive: true });
  });
});
