import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examplePackage, exampleRelease } from '../example-releases.js';
import { runShell } from './c7-process.js';
import { linesOf, UNREADABLE, writeOcdsFiles } from './ocds-files.js';

const META =
  "--uri 'https://compras.example/{n}.json' --published-date 2026-05-01T00:00:00Z --publisher-name Dependencia";

let folder: string;
beforeAll(async () => {
  folder = await writeOcdsFiles();
  const later = exampleRelease(1, { id: 'prueba-1-2', date: '2026-04-01T10:00:00-06:00', tag: ['tenderUpdate'] });
  const more = {
    ...examplePackage([later]),
    uri: 'https://compras.example/b.json',
    license: 'https://licencia.example',
  };
  const old = { ...examplePackage([]), version: '1.0' };
  await writeFile(join(folder, 'later.json'), JSON.stringify(more));
  await writeFile(join(folder, 'old.json'), JSON.stringify(old));
  await writeFile(
    join(folder, 'dateless.json'),
    JSON.stringify([exampleRelease(5), exampleRelease(5, { id: 'x', date: 'ayer' })]),
  );
  await writeFile(join(folder, 'two.jsonl'), `${JSON.stringify(more)}\n${JSON.stringify(examplePackage([]))}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

describe('c7 package releases', () => {
  it('puts releases of files and of a pipe in numbered packages of a size', async () => {
    const { code, out, err } = await runShell(
      folder,
      `cat good.json.gz | $C7 package releases - later.json ${META} --size 2`,
    );
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out)).toMatchObject([
      { uri: 'https://compras.example/1.json', releases: [{ id: 'prueba-1-1' }, { id: 'prueba-2-1' }] },
      { uri: 'https://compras.example/2.json', releases: [{ id: 'prueba-1-2' }] },
    ]);
  });
});

describe('c7 package records', () => {
  it('gathers the releases of each process, with the compiled release', async () => {
    const { code, out, err } = await runShell(folder, `$C7 package records later.json good.json ${META}`);
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out)).toMatchObject([
      {
        records: [
          {
            ocid: 'ocds-xs1qbl-prueba-1',
            releases: [{ id: 'prueba-1-1' }, { id: 'prueba-1-2' }],
            compiledRelease: { tag: ['compiled'] },
          },
          { ocid: 'ocds-xs1qbl-prueba-2' },
        ],
      },
    ]);
  });

  it('links to the package that each release was read from', async () => {
    const { code, out } = await runShell(
      folder,
      `$C7 package records --linked --versioned good.json later.json ${META}`,
    );
    expect(code).toBe(0);
    const [{ records }] = linesOf(out) as unknown as [{ records: readonly Record<string, unknown>[] }];
    expect(records[0]).toMatchObject({
      releases: [
        { url: 'https://compras.example/paquete.json#prueba-1-1', date: '2026-03-01T10:00:00-06:00', tag: ['tender'] },
        { url: 'https://compras.example/b.json#prueba-1-2' },
      ],
      versionedRelease: { ocid: 'ocds-xs1qbl-prueba-1' },
    });
  });

  it('cannot link to what says no address, or to one file of several packages', async () => {
    const { err } = await runShell(
      folder,
      `$C7 package records --linked many.jsonl ${META}; $C7 package records --linked two.jsonl ${META}; echo $? >&2`,
    );
    expect(err).toBe(
      'c7: many.jsonl: no dice su dirección («uri»). Ponerla en el paquete, o quitar --linked.\n' +
        'c7: two.jsonl: trae 2 paquetes. Con --linked va un paquete por archivo.\n2\n',
    );
  });

  it('tells of a process that cannot be merged, lets its releases out, and ends with 1', async () => {
    const { code, out, err } = await runShell(folder, `$C7 package records dateless.json ${META}`);
    expect(code).toBe(1);
    expect(linesOf(out)).toMatchObject([{ records: [{ releases: [{ id: 'prueba-5-1' }, { id: 'x' }] }] }]);
    expect(err).toMatch(/^ocds-xs1qbl-prueba-5: sin versión compilada\. La fecha .*\n$/);
  });

  it('names each file that it cannot read, goes on with the others, and ends with 2', async () => {
    const names = [...Object.keys(UNREADABLE), 'good.json'];
    const { code, out, err } = await runShell(folder, `$C7 package records ${names.join(' ')} ${META}`);
    expect(code).toBe(2);
    for (const [name, said] of Object.entries(UNREADABLE)) expect(`\n${err}`).toContain(`\n${name}: ${said}`);
    expect(linesOf(out)).toHaveLength(1);
  });
});

describe('c7 package split', () => {
  it('parts packages of files and of a pipe, each part with all that its package says', async () => {
    const { code, out, err } = await runShell(folder, 'cat good.json.gz | $C7 package split - later.json --size 1');
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out)).toEqual([
      examplePackage([exampleRelease(1)]),
      examplePackage([exampleRelease(2)]),
      expect.objectContaining({ uri: 'https://compras.example/b.json' }),
    ]);
  });

  it.each([
    ['dateless.json', 'No es un paquete'],
    ['cut.json', 'El archivo está cortado'],
    ['missing.json', 'No existe. Revisar la ruta.'],
    ['page.html', 'Parece una página HTML, no JSON.'],
    ['bare-folder', 'La carpeta no tiene archivos'],
  ])('says in one line what is wrong with %s, and ends with 2', async (name, said) => {
    const { code, err } = await runShell(folder, `$C7 package split ${name} --size 1`);
    expect(code).toBe(2);
    expect(err).toContain(`c7: ${name}: ${said}`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('c7 package combine', () => {
  it('makes one package of several', async () => {
    const { code, out, err } = await runShell(
      folder,
      'cat good.json | $C7 package combine - later.json --uri https://compras.example/todo --published-date 2026-05-01T00:00:00Z',
    );
    expect([code, err]).toEqual([0, '']);
    expect(linesOf(out)).toEqual([
      {
        uri: 'https://compras.example/todo',
        version: '1.1',
        publishedDate: '2026-05-01T00:00:00Z',
        publisher: { name: 'Dependencia de prueba' },
        license: 'https://licencia.example',
        releases: [exampleRelease(1), exampleRelease(2), expect.objectContaining({ id: 'prueba-1-2' })],
      },
    ]);
  });

  it('names the package that is of another version', async () => {
    const { code, err } = await runShell(folder, `$C7 package combine good.json old.json ${META}`);
    expect(code).toBe(2);
    expect(err).toMatch(/^c7: old\.json: Los paquetes son de versiones distintas de OCDS\. .*c7 upgrade\.\n$/);
  });
});

describe('c7 package', () => {
  it.each([
    ['wrap good.json', 'package lleva «releases»'],
    ['split', 'Falta la ruta'],
    ['split good.json', 'Falta --size'],
    ['split good.json --size 0', '--size lleva un número entero desde 1'],
    ['records good.json', 'Falta --uri'],
    [
      'records good.json --uri x --published-date 2026-05-01T00:00:00Z --publisher-name X',
      'no es una dirección web completa',
    ],
    ['records good.json --embed', 'La opción «--embed» no existe en esta orden.'],
  ])('refuses «package %s» with 2', async (words, said) => {
    const { code, out, err } = await runShell(folder, `$C7 package ${words}`);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  it('ends in silence when its reader has seen enough', async () => {
    const { err } = await runShell(
      folder,
      `($C7 package releases many.jsonl --size 1 ${META}; echo "code $?" >&2) | head -c 9`,
    );
    expect(err).toBe('code 0\n');
  });
});
