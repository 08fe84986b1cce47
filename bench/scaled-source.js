import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { openSourceTables } from '#tables';
import { matchHeader } from '#sources';

/**
 * Writes a real file again with its rows repeated up to `count`, each round with process and contract numbers and joining
 * numbers of its own, as CSV or XLSX like the original. Returns the path.
 */
export async function scaleSource(source, profile, count, target) {
  const tables = await openSourceTables(source);
  const sheets = [];
  for (const { name, hidden } of tables.sheets) {
    if (name.startsWith('Hidden')) continue;
    const rows = [];
    for await (const row of tables.rows(name)) rows.push(row);
    sheets.push({ name, hidden, rows });
  }
  await tables.close();
  const main = sheets.find(({ rows }) => matchHeader(rows.slice(0, 20), profile.columns)?.missing.length === 0);
  const match = matchHeader(main.rows.slice(0, 20), profile.columns);
  const data = main.rows.filter(({ row }) => row > match.row);
  const rounds = Math.ceil(count / data.length);
  const own = numberColumns(profile).flatMap((name) => match.places.get(name) ?? []);
  const joins = [...profile.children.values()].flatMap(({ column }) => match.places.get(column) ?? []);
  const changes = { own, joins };
  const repeated = sheets.map((sheet) => ({
    name: sheet.name,
    rows: () => (sheet === main ? repeat(sheet.rows, match.row, rounds, count, changes) : repeatChild(sheet, rounds)),
  }));
  if (tables.format === 'csv') await writeCsv(target, repeated[0]);
  else await writeWorkbook(target, repeated);
  return target;
}

/** The columns that tell one process or contract from another. */
function numberColumns(profile) {
  const names = new Set(['contractNumber', 'contractCode']);
  JSON.stringify(profile.process.number, (key, value) => {
    if (['clean', 'text'].includes(key)) names.add(value);
    return value;
  });
  return [...names];
}

function* repeat(rows, header, rounds, count, { own, joins }) {
  yield* rows.filter(({ row }) => row <= header).map(({ cells }) => cells);
  const data = rows.filter(({ row }) => row > header);
  let written = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { cells } of data) {
      if (written++ >= count) return;
      const next = [...cells];
      for (const place of own) if (next[place]) next[place] += `-${round}`;
      for (const place of joins)
        if (/^[1-9]\d*$/.test(next[place] ?? '')) next[place] = String(Number(next[place]) + round * 1000);
      yield next;
    }
  }
}

function* repeatChild({ name, rows }, rounds) {
  const header = rows.findIndex(({ cells }) => cells[0]?.trim() === 'ID');
  yield* rows.slice(0, header + 1).map(({ cells }) => cells);
  if (!name.startsWith('Tabla')) return;
  for (let round = 0; round < rounds; round++) {
    for (const { cells } of rows.slice(header + 1)) yield [String(Number(cells[0]) + round * 1000), ...cells.slice(1)];
  }
}

async function writeCsv(target, { rows }) {
  const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = function* () {
    for (const cells of rows()) yield `${cells.map(quoted).join(',')}\n`;
  };
  await pipeline(Readable.from(batched(lines())), createWriteStream(target));
}

async function writeWorkbook(target, sheets) {
  const zip = new yazl.ZipFile();
  const text = (name, content) => zip.addBuffer(Buffer.from(content), name);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  text(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`,
  );
  text(
    '_rels/.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  text(
    'xl/workbook.xml',
    `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${sheets.map(({ name }, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
  );
  text(
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}</Relationships>`,
  );
  for (const [n, { rows }] of sheets.entries()) {
    zip.addReadStream(
      Readable.from(batched(sheetXml(rows(), head)), { objectMode: false }),
      `xl/worksheets/sheet${n + 1}.xml`,
      {
        compressionLevel: 1,
      },
    );
  }
  zip.end();
  const out = createWriteStream(target);
  zip.outputStream.pipe(out);
  await once(out, 'close');
}

function* sheetXml(rows, head) {
  yield `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`;
  for (const cells of rows) {
    yield `<row>${cells.map((text) => (text === '' ? '<c/>' : /^-?\d{1,15}(\.\d+)?$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`)).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function* batched(texts) {
  let batch = '';
  for (const text of texts) {
    batch += text;
    if (batch.length < 1 << 18) continue;
    yield Buffer.from(batch);
    batch = '';
  }
  if (batch !== '') yield Buffer.from(batch);
}
