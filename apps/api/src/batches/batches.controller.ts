import { createReadStream } from 'node:fs';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, asActor } from '#access';
import {
  annotatedCopy,
  findUpload,
  listFindings,
  listRows,
  listUploads,
  Platform,
  ROW_OUTCOMES,
  type RowOutcome,
  UPLOAD_STATES,
  type UploadState,
} from '#publishing';
import { readCursor, writeCursor } from '#search';
import { cellAddress } from '#tables';
import { Allow, CurrentActor } from '../../../wiring/src/access/access.decorators.js';
import { toQuery } from '../package-meta.js';
import { querySchema } from '../query-schema.js';
import { BATCHES, findingAnswer, uploadAnswer } from './upload-answer.js';

const PAGE = {
  limit: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
  cursor: { type: 'string', minLength: 1, maxLength: 2000 },
} as const;

interface PageOf {
  readonly limit: number;
  readonly cursor?: string;
}

interface ListQuery extends PageOf {
  readonly publisher?: string;
  readonly state?: UploadState;
}

export const listQuery = querySchema<ListQuery>({
  type: 'object',
  properties: { ...PAGE, publisher: { type: 'string', minLength: 1, maxLength: 200 }, state: { enum: UPLOAD_STATES } },
  additionalProperties: false,
});

interface FindingsQuery extends PageOf {
  readonly change?: 'new' | 'still' | 'fixed';
  readonly severity?: 'error' | 'warning' | 'note';
}

const findingsQuery = querySchema<FindingsQuery>({
  type: 'object',
  properties: {
    ...PAGE,
    change: { enum: ['new', 'still', 'fixed'] },
    severity: { enum: ['error', 'warning', 'note'] },
  },
  additionalProperties: false,
});

interface RowsQuery extends PageOf {
  readonly outcome?: RowOutcome;
}

const rowsQuery = querySchema<RowsQuery>({
  type: 'object',
  properties: { ...PAGE, outcome: { enum: ROW_OUTCOMES } },
  additionalProperties: false,
});

/** What was uploaded, as far as the key's organisation goes. */
@Controller(BATCHES)
@Allow('batch:read')
export class BatchesController {
  constructor(private readonly platform: Platform) {}

  /** Uploads, the newest first. */
  @Get()
  async list(@Query({ schema: listQuery }) query: ListQuery, @CurrentActor() actor: Actor): Promise<object> {
    const { limit, cursor, publisher, state } = query;
    const [createdAt, id] = readCursor(cursor, 2)?.key ?? [];
    const after = cursor === undefined ? undefined : { createdAt: String(createdAt), id: String(id) };
    const publisherIds = publisher === undefined ? undefined : [publisher];
    const found = await asActor(this.platform.dataSource, actor, (manager) =>
      listUploads(manager, { publisherIds, state, after, limit: limit + 1 }),
    );
    const uploads = found.slice(0, limit);
    const last = uploads.at(-1);
    return {
      batches: uploads.map((upload) => uploadAnswer(upload, this.platform.publicUrl)),
      links: this.#next(BATCHES, query, found.length > limit && last ? [last.place, last.id] : undefined),
    };
  }

  /** One upload: its state, and what it comes to once it was read. */
  @Get(':id')
  async one(@Param('id') id: string, @CurrentActor() actor: Actor): Promise<object> {
    const upload = await asActor(this.platform.dataSource, actor, (manager) => findUpload(manager, id));
    return uploadAnswer(upload, this.platform.publicUrl);
  }

  /** What is to be said of its cells, rows or releases, in the order of the file. */
  @Get(':id/findings')
  async findings(
    @Param('id') id: string,
    @Query({ schema: findingsQuery }) query: FindingsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const { limit, cursor, change, severity } = query;
    const [position] = readCursor(cursor, 1)?.key ?? [];
    const after = cursor === undefined ? undefined : Number(position);
    const found = await asActor(this.platform.dataSource, actor, (manager) =>
      listFindings(manager, id, { change, severity, after, limit: limit + 1 }),
    );
    const findings = found.slice(0, limit);
    return {
      findings: findings.map((finding) => findingAnswer(finding, cellOf(finding))),
      links: this.#next(
        `${BATCHES}/${id}/findings`,
        query,
        found.length > limit ? [findings.at(-1)!.position] : undefined,
      ),
    };
  }

  /** What becomes, or became, of each row. */
  @Get(':id/rows')
  async rows(
    @Param('id') id: string,
    @Query({ schema: rowsQuery }) query: RowsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const { limit, cursor, outcome } = query;
    const [sheet, row] = readCursor(cursor, 2)?.key ?? [];
    const after = cursor === undefined ? undefined : { sheet: String(sheet), row: Number(row) };
    const found = await asActor(this.platform.dataSource, actor, (manager) =>
      listRows(manager, id, { outcome, after, limit: limit + 1 }),
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      rows,
      links: this.#next(
        `${BATCHES}/${id}/rows`,
        query,
        found.length > limit && last ? [last.sheet, last.row] : undefined,
      ),
    };
  }

  /** The workbook back, with a note on each cell to mend. */
  @Get(':id/annotated')
  async annotated(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const upload = await asActor(this.platform.dataSource, actor, (manager) => findUpload(manager, id));
    const copy = await annotatedCopy(this.platform, upload);
    const content = createReadStream(copy.path);
    content.once('close', () => void copy[Symbol.asyncDispose]());
    await reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="${copy.fileName}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(content);
  }

  #next(path: string, query: PageOf, key: readonly (string | number)[] | undefined) {
    if (key === undefined) return {};
    const cursor = writeCursor({ direction: 'next', key });
    return { next: `${this.platform.publicUrl}${path}?${toQuery({ ...query, cursor })}` };
  }
}

function cellOf({ row, column }: { readonly row: number | null; readonly column: number | null }): string | null {
  return row === null || column === null || column < 0 ? null : cellAddress(row, column);
}
