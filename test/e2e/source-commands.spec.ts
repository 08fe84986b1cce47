import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { createTestDatabase } from '#database';
import { openSourceTables } from '#tables';
import { contract, csv, HEADER } from '../contract-file.js';
import { runShell } from './c7-process.js';
import { filledTemplate } from './filled-template.js';
import { linesOf } from './ocds-files.js';

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

const CONTRACTS = [
  contract('1'),
  contract('2', { IMPORTE_CONTRATO: '0' }),
  contract('3', { IMPORTE_CONTRATO: 'mil pesos' }),
  contract('4', { NUMERO_PROCEDIMIENTO: '', NUMERO_EXPEDIENTE: '' }),
];

const PURCHASE = {
  Ejercicio: 2026,
  'Tipo de procedimiento': 'Adjudicación directa',
  'Número de expediente': 'AD-001/2026',
  'Se declaró desierta': 'No',
  'Descripción de las obras': 'Papel y lápices',
  'Denominación o razón social': 'Papelera Inventada, S.A. de C.V.',
  'Número que identifique al contrato': 'C-001',
  'Fecha del contrato': '28/02/2026',
  'Fecha de la convocatoria': '31/02/2026',
  'Monto total del contrato': 1160,
};

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'c7-source-commands-'));
  const page = '<!doctype html><title>Acceso</title>';
  const changed = [contract('1', { IMPORTE_CONTRATO: '1800' }), ...CONTRACTS.slice(1)];
  const files = {
    'contratos.csv': csv(CONTRACTS),
    'otra-vez.csv': csv(CONTRACTS, '\uFEFF'),
    'corregidos.csv': csv(changed),
    'uno.csv': csv([contract('7')]),
    'otro.csv': csv([contract('1')])
      .replace('IMPORTE_CONTRATO', 'COSTO')
      .replace('CODIGO_CONTRATO', 'CLAVE'),
    'pagina.csv': page,
  };
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Runs lines of shell, and tells after each how it left. */
const run = async (...commands: readonly string[]) => {
  const script = commands.map((command) => `${command}; echo "→ $?" >&2`).join('\n');
  const { out, err } = await runShell(folder, `export DATABASE_URL='${database.url}'\n${script}`);
  return { out, err, said: err.split('\n').filter((line) => line !== '' && !/^(?:Uso| {2}| {5})/.test(line)) };
};

describe('c7 map', () => {
  it('writes a release a line, and tells apart what is wrong, where, and what to do', async () => {
    const { out, said } = await run('$C7 map contratos.csv', '$C7 map uno.csv');
    expect(linesOf(out).map(({ ocid }) => ocid)).toEqual(
      [1, 2, 3, 7].map((n) => `ocds-xs1qbl-LA-014000999-E${n}-2026`),
    );
    expect(linesOf(out)[0]).toMatchObject({ awards: [{ value: { netAmount: 1500.5, currency: 'MXN' } }] });
    expect(said).toEqual([
      'Error amount-unreadable en «IMPORTE_CONTRATO», 1 vez (K4): «mil pesos» no es un monto. Escribir solo el número, con punto decimal y sin palabras: 1234567.89.',
      'Error row-without-identity, 1 vez (fila 5): La fila no tiene número de expediente, de procedimiento ni de contrato. Escribir el número con el que se identifica el procedimiento.',
      'Aviso amount-zero-unknown en «IMPORTE_CONTRATO», 1 vez (K3): Un monto de cero se toma como desconocido y no se publica. Escribir el monto, o dejar la celda vacía si aún no se conoce.',
      'compranet-2010 (versión 1): 4 filas (1 rechazada); 3 publicaciones, 1 con celdas por corregir.',
      '→ 1',
      'compranet-2010 (versión 1): 1 fila; 1 publicación.',
      '→ 0',
    ]);
  });

  it('tells counts and faults as JSON', async () => {
    const { out, err } = await run('$C7 map contratos.csv --json');
    expect(linesOf(out)).toHaveLength(3);
    expect(linesOf(err.split('→')[0]!)).toMatchObject([
      {
        profile: 'compranet-2010',
        rows: 4,
        releases: 3,
        refused: 1,
        faults: [
          { rule: 'amount-unreadable', examples: [{ row: 4, column: HEADER.indexOf('IMPORTE_CONTRATO') }] },
          { rule: 'row-without-identity', severity: 'error', examples: [{ row: 5, column: -1 }] },
          { rule: 'amount-zero-unknown' },
        ],
      },
    ]);
  });

  it('refuses what it cannot map: file, reason and remedy', async () => {
    const { out, said } = await run(
      '$C7 map otro.csv',
      '$C7 map pagina.csv',
      '$C7 map uno.csv --profile ocds',
      '$C7 map uno.csv --prefix jalisco',
    );
    expect(out).toBe('');
    expect(said.filter((line) => line.startsWith('→'))).toEqual(['→ 2', '→ 2', '→ 2', '→ 2']);
    expect(said.filter((line) => !line.startsWith('→'))).toEqual([
      'c7: otro.csv: El encabezado no es el de ningún formato conocido. El más parecido es «compranet-2010» (CompraNet, contratos (2010 a 2017); fila 1): faltan las columnas «CODIGO_CONTRATO», «IMPORTE_CONTRATO». Agregar esas columnas con el nombre de su formato, o indicar otro perfil con --profile.',
      expect.stringMatching(/^c7: pagina\.csv: No es una hoja de cálculo ni un CSV: es una página HTML\. Abrirlo en/),
      expect.stringMatching(
        /^c7: uno\.csv: No hay un perfil «ocds» para este archivo\. Los que hay: (?!.*jalisco).*sipot-28-unified/,
      ),
      'c7: --prefix es «ocds-» y seis caracteres, no «jalisco».',
    ]);
  });
});

describe('a form that was filled in, and a list of contracts', () => {
  it('begins with the template of a known profile', async () => {
    const { said } = await run(
      '$C7 template --profile sipot-28-unified --out formato.xlsx',
      '$C7 template --profile sipot',
      '$C7 template sipot-28-unified',
    );
    expect(said).toEqual([
      'Plantilla escrita: formato.xlsx',
      '→ 0',
      expect.stringMatching(
        /^c7: No hay un perfil de hoja de cálculo «sipot»\. Los que hay: compranet-2010, .*2023\.$/,
      ),
      '→ 2',
      'c7: Sobra «sipot-28-unified»: esta orden solo lleva opciones.',
      '→ 2',
    ]);
    const { 'Número de expediente': _number, 'Número que identifique al contrato': _contract, ...nameless } = PURCHASE;
    const filled = filledTemplate(await readFile(join(folder, 'formato.xlsx')), [PURCHASE, nameless]);
    await writeFile(join(folder, 'lleno.xlsx'), filled);
  });

  it('is taken in once: of the rest, only what changed', async () => {
    const { out, said } = await run(
      '$C7 ingest contratos.csv contratos.csv otra-vez.csv corregidos.csv lleno.xlsx otro.csv --publisher sepaf',
    );
    expect(out.trimEnd().split('\n')).toEqual([
      'contratos.csv: 2 aceptadas, 1 retenida; filas: 2 publicadas, 1 retenida, 1 rechazada (lote 1)',
      'contratos.csv: ya se había recibido (lote 1); nada cambia',
      'otra-vez.csv: 0 aceptadas; filas: 2 sin cambio, 1 retenida, 1 rechazada (lote 2)',
      'corregidos.csv: 1 aceptada; filas: 1 publicada, 1 sin cambio, 1 retenida, 1 rechazada (lote 3)',
      'lleno.xlsx: 1 aceptada; filas: 1 publicada, 1 rechazada (lote 4)',
    ]);
    expect(said.slice(-5)).toEqual([
      expect.stringMatching(/^lleno\.xlsx: Error row-without-identity, 1 vez \(fila 4 de «Reporte de Formatos»\): /),
      expect.stringMatching(
        /Aviso date-unreadable en «Fecha de la convocatoria o invitación», 1 vez \(Reporte de Formatos!M3\): /,
      ),
      expect.stringMatching(/^otro\.csv: El encabezado no es el de ningún formato conocido\./),
      '1 archivo no se pudo leer, de 6; de lo no leído no se guardó nada.',
      '→ 2',
    ]);
  });

  it('tells of each value the cell it came from', async () => {
    const { out, said } = await run(
      '$C7 explain ocds-xs1qbl-LA-014000999-E1-2026',
      '$C7 explain ocds-xs1qbl-AD-001-2026',
    );
    const lines = out.split('\n');
    const [first, second, third] = lines.flatMap((line, index) => (line.startsWith('ocds-') ? [index] : []));
    expect(lines[first!]).toMatch(
      /^ocds-xs1qbl-LA-014000999-E1-2026-\S+ {2}\S+ {2}tender, award, contract {2}aceptada$/,
    );
    expect(lines[first! + 1]).toMatch(/^ {2}archivo contratos\.csv \(sha256 [0-9a-f]{64}\), lote 1$/);
    expect(lines[first! + 2]).toBe('  perfil compranet-2010 versión 1');
    expect(lines.slice(first, second)).toEqual(
      expect.arrayContaining([
        '  /ocid = "ocds-xs1qbl-LA-014000999-E1-2026"  ← puesto al recibirlo',
        '  /awards/[adjudicacion-91]/value/netAmount = 1500.5  ← K2 «IMPORTE_CONTRATO»: "1500.50"',
        '  /tender/status = "complete"  ← el perfil o la carga',
      ]),
    );
    expect(lines[second!]).toMatch(/ {2}awardUpdate, contractUpdate {2}aceptada$/);
    expect(lines.slice(second, third)).toContain(
      '  /contracts/[91]/value/netAmount = 1800  ← K2 «IMPORTE_CONTRATO»: "1800"',
    );
    expect(lines.slice(third)).toContain(
      '  /awards/[C-001]/value/amount = 1160  ← Reporte de Formatos!AY3 «Monto total del contrato con impuestos incluidos»: "1160"',
    );
    expect(said).toEqual(['→ 0', '→ 0']);
  });

  it('would change nothing when mapped again by the same version', async () => {
    const { out, said } = await run('$C7 remap 4 3', '$C7 remap --profile sipot');
    expect(out).toBe('');
    expect(said).toEqual([
      'lleno.xlsx (lote 4): «sipot-28-unified» versión 1, la de entonces; nada que publicar; filas: 1 sin cambio, 1 rechazada; nada se guardó',
      'corregidos.csv (lote 3): «compranet-2010» versión 1, la de entonces; nada que publicar; filas: 2 sin cambio, 1 retenida, 1 rechazada; nada se guardó',
      '→ 0',
      expect.stringMatching(/^c7: No hay un perfil de hoja de cálculo «sipot»\. Los que hay: /),
      '→ 2',
    ]);
  });

  it('comes back with notes on its cells, be it a workbook or a CSV, and can be sent again', async () => {
    const { out, said } = await run(
      '$C7 annotate 4 --out notas.xlsx',
      '$C7 annotate 1 --out notas-de-csv.xlsx',
      '$C7 annotate 4 --out lleno.xlsx',
      '$C7 ingest notas.xlsx notas-de-csv.xlsx --publisher sepaf',
    );
    expect(said.slice(0, 6)).toEqual([
      'notas.xlsx: 2 observaciones, 2 celdas con comentario.',
      '→ 0',
      'notas-de-csv.xlsx: 3 observaciones, 3 celdas con comentario.',
      '→ 0',
      'c7: lleno.xlsx: ya existe y no se reemplaza. Indicar otro nombre con --out, o borrarlo antes.',
      '→ 2',
    ]);
    expect(await remarksIn('notas.xlsx')).toEqual(['M3', 'A4']);
    expect(await remarksIn('notas-de-csv.xlsx')).toEqual(['K3', 'K4', 'A5']);
    expect(await noteOf('notas.xlsx', 'Reporte de Formatos', 'M3')).toMatch(/^Compromiso 7 · Aviso\n«31\/02\/2026» no/);
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^notas\.xlsx: 0 aceptadas; filas: 1 sin cambio, 1 rechazada /),
      expect.stringMatching(/^notas-de-csv\.xlsx: .*1 rechazada /),
    ]);
  });
});

/** Cells that the list of remarks names, as our own reader reads it. */
async function remarksIn(name: string): Promise<readonly string[]> {
  const tables = await openSourceTables(join(folder, name));
  const cells: string[] = [];
  for await (const { cells: row } of tables.rows('Observaciones')) {
    if (/^[A-Z]+\d+$/.test(row[1] ?? '')) cells.push(row[1]!);
  }
  await tables.close();
  return cells;
}

async function noteOf(name: string, sheet: string, cell: string): Promise<string> {
  const book = read(await readFile(join(folder, name)));
  return (book.Sheets[sheet]![cell] as { c?: { t: string }[] }).c![0]!.t;
}
