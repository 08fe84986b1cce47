import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Sample {
  /** Content of `<sheetData>`, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Attributes of `<sheet>`, by the sheet's name. */
  readonly states?: Readonly<Record<string, string>>;
  /** What follows `<sheetData>` in every sheet. */
  readonly after?: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  /** More parts, or others in place of those made here. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** A workbook of a few cells, written part by part so that a test may spoil any of them. */
export function sampleWorkbook(sample: Sample): Promise<Buffer> {
  const names = Object.keys(sample.sheets);
  const listed = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" ${sample.states?.[name] ?? ''} r:id="s${index}"/>`,
  );
  const sheets = Object.entries(sample.sheets).map(([, data], index) => [
    `xl/worksheets/sheet${index}.xml`,
    `<?xml version="1.0"?><worksheet><sheetData>${data}</sheetData>${sample.after ?? ''}</worksheet>`,
  ]);
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['d', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook>${sample.workbookPr ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, index) => [`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`] as const),
      ['st', 'styles', 'styles.xml'],
      ['ss', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': sample.styles ?? '<styleSheet/>',
    'xl/sharedStrings.xml': `<sst>${sample.sharedStrings ?? ''}</sst>`,
    ...Object.fromEntries(sheets),
    ...sample.parts,
  });
}

export function zipOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const elements = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${elements.join('')}</Relationships>`;
}
