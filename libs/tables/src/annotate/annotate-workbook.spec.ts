import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSourceTables } from '../source/open-source-tables.js';
import { annotateWorkbook } from './annotate-workbook.js';
import type { AnnotateOptions, Remark } from './remark.js';
import { openParts } from './zip-parts.js';
import { createZip } from './zip-writer.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'c7-annotate-'));
});
afterEach(() => rm(folder, { recursive: true }));

const OPTIONS: AnnotateOptions = {
  fileName: 'contratos.xlsx',
  outcomes: { published: 3, unchanged: 2, held: 1, refused: 4 },
};

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (elements: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements}</Relationships>`;
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const worksheet = (rows: string, after = ''): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="4" max="4" width="20" style="2"/></cols>` +
  `<sheetData>${rows}</sheetData>${after}</worksheet>`;

/** Two sheets: "Contratos", whose second row has a date, a gap and a text, and "Proveedores". */
const WORKBOOK: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/></Types>`,
  '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml':
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    '<bookViews><workbookView firstSheet="1" activeTab="1"/></bookViews>' +
    '<sheets><sheet name="Contratos" sheetId="4" r:id="r1"/><sheet name="Proveedores" sheetId="7" r:id="r2"/></sheets>' +
    '<definedNames><definedName name="zona" localSheetId="1">Proveedores!$A$1</definedName></definedNames></workbook>',
  'xl/_rels/workbook.xml.rels': relations(
    relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
      relation('r2', 'worksheet', '/xl/worksheets/sheet2.xml') +
      relation('r3', 'styles', 'styles.xml'),
  ),
  'xl/worksheets/sheet1.xml': worksheet(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Fecha</t></is></c></row>' +
      '<row r="2" spans="1:3"><c r="A2" s="1"><v>45000</v></c><c r="C2" t="inlineStr"><is><t>Añejo ✓</t></is></c></row>',
    '<conditionalFormatting sqref="A1"><cfRule><extLst><ext/></extLst></cfRule></conditionalFormatting><pageMargins left="1"/>' +
      '<tableParts count="0"/>',
  ),
  'xl/worksheets/sheet2.xml': worksheet('<row><c><v>1</v></c></row>'),
  'xl/styles.xml':
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" fontId="0" fillId="0"/>' +
    '<xf numFmtId="2"><alignment wrapText="1"/></xf></cellXfs><dxfs count="0"/></styleSheet>',
  'xl/media/foto.bin': 'cualquier cosa',
};

function remark(change: Partial<Remark> = {}): Remark {
  return {
    sheet: 'Contratos',
    row: 2,
    column: 0,
    header: 'Fecha',
    value: '31/02/2025',
    severity: 'error',
    rule: 'fecha-imposible',
    message: { es: 'Ese día no existe.', en: 'There is no such day.' },
    remedy: { es: 'Escriba otro.', en: 'Write another.' },
    ...change,
  };
}

async function zipped(parts: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, 'contratos.xlsx');
  await using zip = createZip(path);
  for (const [name, text] of Object.entries(parts)) await zip.add(name, text);
  await zip.finish();
  return path;
}

async function partsOf(path: string): Promise<Readonly<Record<string, string>>> {
  const parts = await openParts(path);
  const texts: Record<string, string> = {};
  for (const name of parts.names) texts[name] = await parts.text(name);
  parts.close();
  return texts;
}

async function annotated(
  remarks: readonly Remark[],
  more: Readonly<Record<string, string>> = {},
  options = OPTIONS,
): Promise<Readonly<Record<string, string>>> {
  const out = join(folder, 'out.xlsx');
  await annotateWorkbook(await zipped({ ...WORKBOOK, ...more }), out, remarks, options);
  return partsOf(out);
}

async function rowsOf(path: string): Promise<ReadonlyMap<string, readonly (readonly [number, ...string[]])[]>> {
  const tables = await openSourceTables(path);
  const sheets = new Map<string, (readonly [number, ...string[]])[]>();
  for (const { name } of tables.sheets) {
    const rows: (readonly [number, ...string[]])[] = [];
    for await (const { row, cells } of tables.rows(name)) rows.push([row, ...cells]);
    sheets.set(name, rows);
  }
  await tables.close();
  return sheets;
}

describe('the annotated copy of a workbook', () => {
  it('keeps every part that says nothing of the remarks', async () => {
    const parts = await annotated([remark()]);
    for (const name of ['_rels/.rels', 'xl/worksheets/sheet2.xml', 'xl/media/foto.bin']) {
      expect(parts[name]).toBe(WORKBOOK[name]);
    }
  });

  it('colours the cell and keeps its format otherwise', async () => {
    const parts = await annotated([remark()]);
    const format = Number(/<c r="A2" s="(\d+)">/.exec(parts['xl/worksheets/sheet1.xml']!)![1]);
    const formats = parts['xl/styles.xml']!.match(/<xf [^>]*>/g)!;
    const fills = parts['xl/styles.xml']!.match(/<fill>.*?<\/fill>/g)!;
    expect(formats[format]).toMatch(/numFmtId="14"/);
    expect(fills[Number(/fillId="(\d+)"/.exec(formats[format]!)![1])]).toContain('FFFFC7CE');
    expect(parts['xl/styles.xml']).toContain(`<cellXfs count="${formats.length}">`);
  });

  it('changes nothing else of the sheet, and puts the drawing in its place', async () => {
    const sheet = (await annotated([remark()]))['xl/worksheets/sheet1.xml']!;
    const without = sheet.replace(/<legacyDrawing [^>]*>/, '').replace(/(<c r="A2" s=)"\d+"/, '$1"1"');
    expect(without).toBe(WORKBOOK['xl/worksheets/sheet1.xml']);
    expect(sheet).toMatch(/<pageMargins left="1"\/><legacyDrawing [^>]*\/><tableParts/);
  });

  it('adds cells and rows that the sheet lacks, in their places', async () => {
    const remarks = [remark({ column: 1 }), remark({ column: 3 }), remark({ row: 5, column: -1 })];
    const sheet = (await annotated(remarks))['xl/worksheets/sheet1.xml']!;
    expect(sheet).toMatch(/<row r="2"><c r="A2".*<c r="B2" s="\d+"\/><c r="C2".*<c r="D2" s="\d+"\/><\/row>/);
    expect(sheet).toMatch(/<row r="5"><c r="A5" s="\d+"\/><\/row><\/sheetData>/);
  });

  it('says in the note what is wrong and what to do', async () => {
    const parts = await annotated([remark(), remark({ severity: 'note', message: { es: 'Otra <cosa>.', en: '' } })]);
    const comments = parts['xl/c7-1/comments1.xml']!;
    expect(comments).toContain('<author>Compromiso 7</author>');
    expect(comments.match(/<comment /g)).toHaveLength(1);
    expect(comments).toContain('Ese día no existe.\nQué hacer: Escriba otro.');
    expect(comments).toContain('Otra &lt;cosa>.'.replace('>', '&gt;'));
    expect(parts['xl/c7-1/vmlDrawing1.vml']).toContain('<x:Row>1</x:Row><x:Column>0</x:Column>');
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toContain('/xl/c7-1/comments1.xml');
    expect(parts['[Content_Types].xml']).toContain('PartName="/xl/c7-1/comments1.xml"');
  });

  it('lists all remarks in a first sheet, and moves along what counts sheets', async () => {
    const parts = await annotated([remark(), remark({ sheet: 'Otra', severity: 'warning' })]);
    expect(parts['xl/workbook.xml']).toMatch(/<sheets><sheet [^>]*name="Observaciones" sheetId="8"/);
    expect(parts['xl/workbook.xml']).toContain('<workbookView activeTab="2"/>');
    expect(parts['xl/workbook.xml']).toContain('localSheetId="2"');
    const list = (await rowsOf(join(folder, 'out.xlsx'))).get('Observaciones')!;
    const texts = list.map((row) => row.slice(1).join('|'));
    expect(texts[1]).toBe('Filas publicadas: 3 · sin cambio: 2 · retenidas: 1 · rechazadas: 4');
    expect(texts[2]).toBe('Errores: 1 · avisos: 1 · notas: 0');
    expect(texts[4]).toBe('Contratos|A2|2|A|Fecha|31/02/2025|Error|fecha-imposible|Ese día no existe.|Escriba otro.');
    expect(parts['xl/c7-1/observaciones.xml']).toContain(
      `<hyperlink ref="B6" location="'Contratos'!A2" display="A2"/>`,
    );
    expect(parts['xl/c7-1/observaciones.xml']).not.toContain('ref="B7"');
  });

  it('never writes a value as a formula', async () => {
    const list = (await annotated([remark({ value: '=1+1' })]))['xl/c7-1/observaciones.xml']!;
    expect(list).toMatch(/<c s="\d+" t="inlineStr"><is><t xml:space="preserve">=1\+1</);
    expect(list).not.toContain('<f>');
  });

  it('adds to the comments and the drawing that a sheet has', async () => {
    const sheet = WORKBOOK['xl/worksheets/sheet1.xml']!.replace('<tableParts', '<legacyDrawing r:id="d"/><tableParts');
    const parts = await annotated([remark(), remark({ column: 2 }), remark({ row: 1 })], {
      'xl/worksheets/sheet1.xml': sheet.replace('<worksheet', `<worksheet xmlns:r="${OFFICE}"`),
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        relation('c', 'comments', '../comments1.xml') + relation('d', 'vmlDrawing', '../drawings/vml1.vml'),
      ),
      'xl/comments1.xml':
        '<comments><authors><author>Ana</author><author>tc={1}</author></authors><commentList>' +
        '<comment ref="A2" authorId="0"><text><t>De Ana</t></text></comment>' +
        '<comment ref="A1" authorId="1"><text><t>Charla</t></text></comment></commentList></comments>',
      'xl/drawings/vml1.vml':
        '<xml xmlns:q="urn:schemas-microsoft-com:office:office"><q:idmap data="1"/><q:shape id="_x0000_s1025"/></xml>',
    });
    expect(parts['xl/comments1.xml']).toMatch(
      /<t>De Ana<\/t>.*Ese día no existe\..*<\/comment>.*<t>Charla<\/t><\/text>/s,
    );
    expect(parts['xl/comments1.xml']!.match(/<comment /g)).toHaveLength(3);
    expect(parts['xl/drawings/vml1.vml']).toMatch(/data="1,2".*id="_x0000_s1025".*id="_x0000_s2049"/);
    expect(parts['xl/drawings/vml1.vml']!.match(/<v:shape /g)).toHaveLength(1);
    expect(parts['xl/worksheets/sheet1.xml']!.match(/legacyDrawing/g)).toHaveLength(1);
    expect(Object.keys(parts)).not.toContain('xl/c7-1/comments1.xml');
  });

  it('notes no more cells than told, and says so', async () => {
    const remarks = [1, 2, 3, 4].map((row) => remark({ row }));
    const parts = await annotated(remarks, {}, { ...OPTIONS, notesPerSheet: 3 });
    expect(parts['xl/c7-1/comments1.xml']!.match(/<comment /g)).toHaveLength(3);
    expect(parts['xl/c7-1/observaciones.xml']).toContain('En «Contratos» solo las primeras 3 celdas');
  });

  it('may be annotated again', async () => {
    const source = await zipped(WORKBOOK);
    const [first, second] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
    await annotateWorkbook(source, first, [remark()], OPTIONS);
    expect(await annotateWorkbook(first, second, [remark()], OPTIONS)).toMatchObject({
      listSheet: 'Observaciones (2)',
    });
    expect([...(await rowsOf(second)).keys()]).toEqual([
      'Observaciones (2)',
      'Observaciones',
      'Contratos',
      'Proveedores',
    ]);
  });

  it('leaves no half file when the remarks break off', async () => {
    const source = await zipped(WORKBOOK);
    async function* broken(): AsyncGenerator<Remark> {
      yield remark();
      throw new Error('se cortó');
    }
    await expect(annotateWorkbook(source, join(folder, 'out.xlsx'), broken(), OPTIONS)).rejects.toThrow('se cortó');
    expect(await readdir(folder)).toEqual(['contratos.xlsx']);
  });

  it('is refused for what is no workbook', async () => {
    const path = join(folder, 'texto.xlsx');
    await writeFile(path, 'no soy un zip');
    const annotating = annotateWorkbook(path, join(folder, 'out.xlsx'), [], OPTIONS);
    await expect(annotating).rejects.toMatchObject({ code: 'WORKBOOK_BROKEN' });
  });
});

const REAL = resolve(process.cwd(), '../shared/data/mx-source/sipot-xxviii');
const isThere = existsSync(REAL);
if (!isThere) console.warn('Skipped: the reference folder is absent.');

(isThere ? describe : describe.skip)('real workbooks', () => {
  it('read the same after they were annotated', async () => {
    for (const file of (await readdir(REAL)).filter((name) => name.endsWith('.xlsx'))) {
      const out = join(folder, file);
      await annotateWorkbook(join(REAL, file), out, [remark({ sheet: 'Reporte de Formatos', row: 9 })], OPTIONS);
      const [[first, list] = ['', []], ...after] = [...(await rowsOf(out))];
      expect(first).toBe('Observaciones');
      expect(list.at(-1)!.slice(1, 3)).toEqual(['Reporte de Formatos', 'A9']);
      expect(after).toEqual([...(await rowsOf(join(REAL, file)))]);
    }
  });
});
