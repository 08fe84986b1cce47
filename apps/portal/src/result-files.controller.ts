import { Readable } from 'node:stream';
import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Platform } from '#publishing';
import { MOST_COUNTED, type ProcessQuery, type ProcessRow, walkProcesses } from '#search';
import { csvOfRows, type RowList, workbookOfRows } from '#tables';
import { processFilters, withoutBlank } from '../../api/src/processes.controller.js';
import { querySchema } from '../../api/src/query-schema.js';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { rowStateLabel } from './components/state-label.js';
import { processPath } from './links.js';
import { codeLabel, localeOf } from './locale.js';

const resultQuery = querySchema<ProcessQuery>({
  type: 'object',
  properties: { ...processFilters, sort: { enum: ['date', 'relevance', 'amount'] } },
  additionalProperties: false,
});

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** The result of a search as a file, up to 10,000 rows; rows go out as they are read. */
@Public()
@Controller('descargas')
export class ResultFilesController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  @Get('busqueda.:format')
  result(
    @Param('format') format: string,
    @Query({ schema: resultQuery }) query: ProcessQuery,
    @Res() reply: FastifyReply,
  ): void {
    if (!Object.hasOwn(TYPES, format)) throw new NotFoundException('Los resultados se descargan en CSV, XLSX o JSON.');
    const pages = walkProcesses(this.dataSource, withoutBlank(query), MOST_COUNTED);
    void reply
      .type(TYPES[format]!)
      .header('content-disposition', `attachment; filename="procedimientos.${format}"`)
      .send(this.#write(format, pages));
  }

  #write(format: string, pages: AsyncIterable<readonly ProcessRow[]>): Readable {
    const { publicUrl } = this.platform;
    if (format === 'json') return Readable.from(jsonParts(pages, publicUrl), { objectMode: false });
    const list: RowList = { columns: COLUMNS, batches: batchesOf(pages, publicUrl) };
    return format === 'csv' ? csvOfRows(list) : workbookOfRows('procedimientos', list);
  }
}

const locale = localeOf('es');
const words = locale.words.resultFile;

const COLUMNS: RowList['columns'] = [
  { heading: words.title, type: 'string' },
  { heading: words.buyer, type: 'string' },
  { heading: words.number, type: 'string' },
  { heading: words.stage, type: 'string' },
  { heading: words.method, type: 'string' },
  { heading: words.category, type: 'string' },
  { heading: words.amount, type: 'number' },
  { heading: words.currency, type: 'string' },
  { heading: words.amountStage, type: 'string' },
  { heading: words.suppliers, type: 'string' },
  { heading: words.date, type: 'string' },
  { heading: words.deadline, type: 'string' },
  { heading: 'ocid', type: 'string' },
  { heading: words.page, type: 'string' },
];

async function* batchesOf(pages: AsyncIterable<readonly ProcessRow[]>, publicUrl: string) {
  for await (const rows of pages) yield rows.map((row) => cellsOf(row, publicUrl));
}

function cellsOf(row: ProcessRow, publicUrl: string) {
  return [
    row.title,
    row.buyerName,
    row.localNumber,
    rowStateLabel(row, locale),
    row.methodDetails ?? coded('procurementMethod', row.method),
    coded('category', row.category),
    row.amount === null ? null : Number(row.amount),
    row.currency,
    row.amountStage && locale.words.money.stages[row.amountStage],
    row.suppliers.join('; ') || null,
    row.date?.toISOString() ?? null,
    row.tenderEnd?.toISOString() ?? null,
    row.ocid,
    publicUrl + processPath(row.ocid),
  ];
}

/** Codes are for programs, which have them in JSON; who opens a spreadsheet reads words. */
function coded(codelist: 'procurementMethod' | 'category', code: string | null): string | null {
  return code === null ? null : codeLabel(locale, codelist, code);
}

async function* jsonParts(pages: AsyncIterable<readonly ProcessRow[]>, publicUrl: string) {
  yield '{"processes":[';
  let isFirst = true;
  for await (const rows of pages) {
    const texts = rows.map((row) => JSON.stringify({ ...row, page: publicUrl + processPath(row.ocid) }));
    yield (isFirst ? '' : ',\n') + texts.join(',\n');
    isFirst = false;
  }
  yield ']}\n';
}
