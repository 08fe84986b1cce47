import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type RecordParts, recordPackageText } from '#ocds';
import { Platform, expandText } from '#publishing';
import { type RecordRow, findRecord, listRecords } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { JSON_TYPE, latest } from './json-reply.js';
import { pageQuery, type PageQuery } from './list-query.js';
import { sayWhyMissing } from './withdrawn.exception.js';
import { pageLinks, platformPackage, publisherPackage, toQuery } from './package-meta.js';

const PATH = '/api/v1/records';

@Public()
@Controller(PATH)
export class RecordsController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  /** Records with their compiled release, the most recently active process first, as a record package. */
  @Get()
  @Header('content-type', JSON_TYPE)
  async list(@Query({ schema: pageQuery }) query: PageQuery): Promise<string> {
    const page = await listRecords(this.dataSource, query);
    const meta = platformPackage(this.platform, {
      path: `${PATH}?${toQuery({ ...query })}`,
      publishedDate: latest(page.rows.map((row) => row.publishedAt)),
      links: pageLinks(this.platform, PATH, { ...query }, page),
    });
    return recordPackageText(meta, await Promise.all(page.rows.map((row) => this.#parts(row, false))));
  }

  /** One record, with its compiled and versioned releases and links to each release. */
  @Get(':ocid')
  @Header('content-type', JSON_TYPE)
  async one(
    @Param('ocid') ocid: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const row = await findRecord(this.dataSource, ocid);
    if (!row) return sayWhyMissing(this.dataSource, ocid, `No hay un proceso publicado con el ocid «${ocid}».`);
    const etag = `"${row.contentHash.toString('base64url').slice(0, 22)}-${row.publishedAt.getTime().toString(36)}"`;
    void reply.header('etag', etag).header('last-modified', row.publishedAt.toUTCString());
    if (known === etag) {
      void reply.status(304);
      return '';
    }
    const meta = await publisherPackage(this.platform, this.dataSource, row.publisherId, {
      path: `${PATH}/${encodeURIComponent(ocid)}`,
      publishedDate: row.publishedAt,
    });
    const parts = await this.#parts(row, true);
    return recordPackageText({ ...meta, packages: parts.releases.map((release) => release.url.split('#')[0]!) }, [
      parts,
    ]);
  }

  async #parts(row: RecordRow, withVersions: boolean): Promise<RecordParts> {
    const base = `${this.platform.publicUrl}/api/v1/releases/${encodeURIComponent(row.ocid)}`;
    return {
      ocid: row.ocid,
      releases: row.releases.map(({ id, date, tags }) => {
        const name = encodeURIComponent(id);
        return { url: `${base}/${name}#${name}`, date, tag: tags };
      }),
      compiledRelease: await expandText(row.compiled),
      versionedRelease: withVersions ? await expandText(row.versioned) : undefined,
    };
  }
}
