import { inflateSync } from 'node:zlib';
import type { ReportDocument } from '#tracker';
import { fromBufferPromise } from 'yauzl';
import { text } from 'node:stream/consumers';
import { writeReportDocx } from './docx/write-report-docx.js';
import { writeReportPdf } from './pdf/write-report-pdf.js';

const REPORT: ReportDocument = {
  format: 'compromiso7/informe-anual/1',
  language: 'es',
  title: 'Informe «ñandú» & <compañía>',
  subtitle: 'Con \u0000 y \uD800 que XML no admite',
  year: 2017,
  plan: 'p',
  hash: 'a'.repeat(64),
  figures: [],
  sections: [
    {
      id: 's1',
      title: 'Presentación',
      level: 1,
      inSource: true,
      page: 1,
      blocks: [
        {
          kind: 'paragraph',
          text: [
            { text: 'Metas. ', style: 'strong' },
            { text: 'Se perdió', style: 'missing' },
          ],
        },
        { kind: 'warning', text: [{ text: '漢 → fuera del alfabeto' }] },
        { kind: 'list', items: [[{ text: 'uno' }], [{ text: 'dos' }]] },
        {
          kind: 'table',
          caption: 'Tabla larga',
          head: ['Dato', 'Valor'],
          rows: Array.from({ length: 60 }, (_, n) => [[{ text: `fila ${n}` }], [{ text: 'x '.repeat(n * 4) }]]),
        },
      ],
    },
  ],
};

async function partsOf(docx: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(docx, {});
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return parts;
}

describe('writeReportDocx', () => {
  it('writes each part that another names', async () => {
    const parts = await partsOf(await writeReportDocx(REPORT));
    const types = [...parts.get('[Content_Types].xml')!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
    const targets = [...parts.get('word/_rels/document.xml.rels')!.matchAll(/Target="([^"]+)"/g)].map(
      ([, name]) => `word/${name}`,
    );
    expect([...types, ...targets].filter((name) => !parts.has(name))).toEqual([]);
  });

  it('writes XML whose elements close, with every text, and nothing that XML cannot hold', async () => {
    for (const [, xml] of await partsOf(await writeReportDocx(REPORT))) {
      const open: string[] = [];
      for (const [, close, name, empty] of xml.replace(/<\?.*?\?>/, '').matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
        if (close) expect(open.pop()).toBe(name);
        else if (!empty) open.push(name!);
      }
      expect(open).toEqual([]);
      expect(xml).not.toMatch(/[\p{Cs}\p{Cn}]|(?![\t\n\r])\p{Cc}/u);
    }
    const document = (await partsOf(await writeReportDocx(REPORT))).get('word/document.xml')!;
    expect(document).toContain('Informe «ñandú» &#38; &#60;compañía&#62;');
    expect(document).toContain('fila 59');
  });

  it('writes the same bytes for the same report', async () => {
    expect((await writeReportDocx(REPORT)).equals(await writeReportDocx(REPORT))).toBe(true);
  });
});

describe('writeReportPdf', () => {
  it('writes pages with the heading of a table on each, and what its fonts lack as «?»', async () => {
    const pdf = await writeReportPdf(REPORT);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    const shown = [...wordsByPage(pdf)];
    const withRows = shown.filter((words) => words.includes('fila'));
    expect(withRows.length).toBeGreaterThan(2);
    expect(withRows.every((words) => words.includes('DatoValor'))).toBe(true);
    expect(shown.join('')).toContain('? ? fuera del alfabeto');
  });

  it('writes the same bytes for the same report', async () => {
    expect((await writeReportPdf(REPORT)).equals(await writeReportPdf(REPORT))).toBe(true);
  });
});

/** What each page shows: the letters of its content, which pdfkit writes as hexadecimal. */
function* wordsByPage(pdf: Buffer): Generator<string> {
  for (const [, stream] of pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    const content = Buffer.from(stream!, 'latin1');
    if (content[0] !== 0x78) continue;
    const letters = [
      ...inflateSync(content)
        .toString('latin1')
        .matchAll(/<([0-9a-f]+)>/g),
    ].map(([, hex]) => hex);
    yield Buffer.from(letters.join(''), 'hex').toString('latin1');
  }
}
