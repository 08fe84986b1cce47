import type { Readable } from 'node:stream';
import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { writeReportDocx, writeReportPdf } from '#documents';
import { Platform } from '#publishing';
import { DataSource } from 'typeorm';
import { csvOfRows, type RowList, workbookOfRows } from '#tables';
import { type ReportDocument, reportHtml, reportMarkdown } from '#tracker';
import { readEvidenceFile } from '#tracking';
import { Public } from '../../../../wiring/src/access/access.decorators.js';
import { AnnualReports, type ReportVersion } from '../annual-reports.js';
import { TrackerPages } from '../tracker-pages.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { type ReportQuery, reportQuery, versionAsked } from '../tracker-query.js';
import { commitmentForm } from './commitment-form.js';
import { planDataPackage } from './data-package.js';
import { evidenceArchive } from './evidence-archive.js';
import { ogpRows } from './ogp-rows.js';
import { logLines, planBundle } from './plan-bundle.js';
import { RECORD_FILES, type RecordFileName, recordRows } from './record-rows.js';

type Content = string | Buffer | Readable;

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  zip: 'application/zip',
};

const REPORTS: Readonly<Record<string, (report: ReportDocument) => string | Promise<Buffer>>> = {
  html: reportHtml,
  md: reportMarkdown,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  docx: writeReportDocx,
  pdf: writeReportPdf,
};

interface Asked {
  readonly name: string;
  readonly format: string;
  readonly version: ReportVersion | undefined;
}

/** The tracker as files: tables by kind, the whole plan, the log, evidence, the annual report, the form of the OGP. */
@Public()
@Controller('descargas/seguimiento')
export class TrackerFilesController {
  constructor(
    private readonly pages: TrackerPages,
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
    private readonly annual: AnnualReports,
  ) {}

  @Get(':file')
  async file(
    @Req() { url }: FastifyRequest,
    @Param('file') file: string,
    @Query({ schema: reportQuery }) query: ReportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, name = '', format = ''] = /^(.+)\.(\w+)$/.exec(file) ?? [];
    const content = Object.hasOwn(TYPES, format)
      ? await this.#content(await this.pages.view(url, query), { name, format, version: versionAsked(query) })
      : undefined;
    if (content === undefined) throw new NotFoundException(`No hay una descarga «${file}» del seguimiento.`);
    void reply
      .type(TYPES[format]!)
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('access-control-allow-origin', '*')
      .send(content);
  }

  #evidence(view: TrackerPageView): Readable {
    const { id } = view.tracker.plan.plans[0]!;
    return evidenceArchive(view, async (evidence) => (await readEvidenceFile(this.dataSource, id, evidence))?.content);
  }

  async #content(view: TrackerPageView, asked: Asked): Promise<Content | undefined> {
    const { name, format } = asked;
    const table = (rows: RowList) => (format === 'csv' ? csvOfRows(rows) : workbookOfRows(name, rows));
    const isTable = format === 'csv' || format === 'xlsx';
    if (isTable && Object.hasOwn(RECORD_FILES, name)) return table(recordRows(view, name as RecordFileName));
    if (isTable && name === 'ogp') return table(ogpRows(view, this.platform.publicUrl));
    if (name === 'plan' && format === 'json') return planBundle(view);
    if (name === 'datapackage' && format === 'json') return planDataPackage(view, this.platform.publicUrl);
    if (name === 'registro' && format === 'ndjson') return logLines(view);
    if (name === 'evidencias' && format === 'zip') return this.#evidence(view);
    return this.#document(view, asked);
  }

  /** The annual report of a year, the last that was issued unless another is asked for; or the form of a commitment. */
  async #document(view: TrackerPageView, { name, format, version }: Asked): Promise<Content | undefined> {
    const write = Object.hasOwn(REPORTS, format) ? REPORTS[format] : undefined;
    const [, kind, number] = /^(informe-anual|fin-de-compromiso)-(\d{1,4})$/.exec(name) ?? [];
    if (!write || kind === undefined) return undefined;
    if (kind === 'informe-anual') {
      const found = await this.annual.find(view, Number(number), version);
      return found && write(found.report);
    }
    const commitment = view.tracker.plan.commitments.find((one) => one.number === Number(number));
    return commitment && write(commitmentForm(view, commitment));
  }
}
