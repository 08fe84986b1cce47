import { utils, write } from '@e965/xlsx';
import { findPublisher, ingestFile } from '#publishing';
import type { Body } from '#sources';
import { openTestPlatform, type TestPlatform } from '../open-test-platform.js';
import { writeInput } from '../write-input.js';

let test: TestPlatform;

beforeAll(async () => {
  test = await openTestPlatform();
});
afterAll(() => test.close());

async function register(id: string, name: string, uid?: string): Promise<void> {
  await test.platform.dataSource.query(
    `INSERT INTO publisher (id, name, ocid_prefix, scheme, uid) VALUES ($1, $2, 'ocds-xs1qbl', $3, $4)`,
    [id, name, uid === undefined ? null : 'DEP-GOB-JAL', uid ?? null],
  );
}

let files = 0;

/** Takes in a disclosure workbook with one purchase of this number. */
async function publish(publisherId: string, number: string, buyer?: Body): Promise<string> {
  const row = {
    Ejercicio: 2026,
    'Tipo de procedimiento (catálogo)': 'Adjudicación directa',
    'Número de expediente, folio o nomenclatura': number,
    'Se declaró desierta la licitación pública (catálogo)': 'No',
    'Descripción de las obras públicas, los bienes o los servicios contratados': `Compra ${++files}`,
    'Número que identifique al contrato': '',
    'Monto total del contrato con impuestos incluidos (MXN)': '',
  };
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.json_to_sheet([row]), 'Reporte de Formatos');
  const path = await writeInput(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, `libro-${files}.xlsx`);
  const publisher = await findPublisher(test.platform.dataSource, publisherId);
  const report = await ingestFile(test.platform, { path, publisher, buyer });
  if (report.refused > 0) return report.refusals[0]!.reason;
  return report.ocids[0]!.slice('ocds-xs1qbl-'.length);
}

describe('the numbers of the bodies under one prefix', () => {
  it('stand bare for the publisher that was there first, also when it names itself', async () => {
    const { name } = await findPublisher(test.platform.dataSource, 'sepaf');
    expect(await publish('sepaf', 'LPL 1/2026')).toBe('LPL-1-2026');
    expect(await publish('sepaf', 'LPL 1/2026', { name })).toBe('LPL-1-2026');
  });

  it('never meet those of another publisher', async () => {
    await register('dif', 'Sistema DIF Jalisco');
    expect(await publish('dif', 'LPL 1/2026')).toBe('DIF_LPL-1-2026');
  });

  it('are those of the whole country where CompraNet gave them', async () => {
    expect(await publish('sepaf', 'LA-012NDE001-N40-2026')).toBe('LA-012NDE001-N40-2026');
    expect(await publish('dif', 'LA-012NDE001-N40-2026')).toBe('other-publisher');
  });

  it('stay what they are when a body gets a key, changes its name, and becomes a publisher of its own', async () => {
    const named = await publish('sepaf', 'LPL 5/2026', { name: 'Instituto de la Prueba' });
    expect(named).toMatch(/^[0-9A-F]{8}_LPL-5-2026$/);
    const key = { scheme: 'DEP-GOB-JAL', id: '77' };
    expect(await publish('sepaf', 'LPL 5/2026', { name: 'Instituto de la Prueba', ...key })).toBe(named);
    expect(await publish('sepaf', 'LPL 5/2026', { name: 'Instituto de Ensayos', ...key })).toBe(named);

    await register('instituto', 'Instituto de Ensayos', 'DEP-GOB-JAL-77');
    expect(await publish('instituto', 'LPL 5/2026')).toBe(named);
    expect(await publisherOf(named)).toBe('instituto');
    await test.platform.dataSource.query(
      `UPDATE publisher SET name = 'Otro nombre', uid = 'DEP-GOB-JAL-78' WHERE id = 'instituto'`,
    );
    expect(await publish('instituto', 'LPL 5/2026')).toBe(named);
    expect(await publish('sepaf', 'LPL 5/2026', { name: 'Instituto de Ensayos', ...key })).toBe('other-publisher');
  });

  it('are told apart also where two bodies have like keys, or a key and a number make another number', async () => {
    expect(await publish('sepaf', '16-1/2026', { name: 'Seguridad', scheme: 'A', id: 'SSEG' })).toBe('SSEG_16-1-2026');
    expect(await publish('sepaf', 'SSEG 16-1/2026')).toBe('SSEG-16-1-2026');
    const twin = await publish('sepaf', '16-1/2026', { name: 'Otra', scheme: 'B', id: 'sseg' });
    expect(twin).toMatch(/^SSEG-[0-9A-F]{6}_16-1-2026$/);
  });

  it('are not settled by a file that is refused', async () => {
    const publisher = await findPublisher(test.platform.dataSource, 'sepaf');
    const path = await writeInput('uno,dos\n1,2\n', 'otra-cosa.csv');
    const buyer = { name: 'Equivocada', scheme: 'B', id: 'RIOS' };
    await expect(ingestFile(test.platform, { path, publisher, buyer })).rejects.toMatchObject({
      code: 'HEADER_UNKNOWN',
    });
    expect(await publish('sepaf', '16-1/2026', { name: 'Ríos', scheme: 'A', id: 'RIOS' })).toBe('RIOS_16-1-2026');
  });
});

async function publisherOf(number: string): Promise<unknown> {
  const [row] = (await test.platform.dataSource.query('SELECT publisher_id AS id FROM record WHERE ocid = $1', [
    `ocds-xs1qbl-${number}`,
  ])) as { id: string }[];
  return row?.id;
}
