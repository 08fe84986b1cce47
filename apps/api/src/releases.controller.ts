import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { releasePackageText } from '#ocds';
import { Platform, expandText, expandTexts } from '#publishing';
import { findRelease, listReleases } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { JSON_TYPE, latest } from './json-reply.js';
import { pageQuery, type PageQuery } from './list-query.js';
import { sayWhyMissing } from './withdrawn.exception.js';
import { pageLinks, platformPackage, publisherPackage, toQuery } from './package-meta.js';

const PATH = '/api/v1/releases';

@Public()
@Controller(PATH)
export class ReleasesController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  /** Published releases, newest first, as a release package. */
  @Get()
  @Header('content-type', JSON_TYPE)
  async list(@Query({ schema: pageQuery }) query: PageQuery): Promise<string> {
    const page = await listReleases(this.dataSource, query);
    const meta = platformPackage(this.platform, {
      path: `${PATH}?${toQuery({ ...query })}`,
      publishedDate: latest(page.rows.map((row) => row.publishedAt)),
      links: pageLinks(this.platform, PATH, { ...query }, page),
    });
    return releasePackageText(meta, await expandTexts(page.rows.map((row) => row.document)));
  }

  /** One release, as it was published, in a release package. */
  @Get(':ocid/:releaseId')
  @Header('content-type', JSON_TYPE)
  async one(
    @Param('ocid') ocid: string,
    @Param('releaseId') releaseId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const row = await findRelease(this.dataSource, ocid, releaseId);
    if (!row)
      return sayWhyMissing(this.dataSource, ocid, `El proceso «${ocid}» no tiene una publicación «${releaseId}».`);
    const meta = await publisherPackage(this.platform, this.dataSource, row.publisherId, {
      path: `${PATH}/${encodeURIComponent(ocid)}/${encodeURIComponent(releaseId)}`,
      publishedDate: row.publishedAt,
    });
    // A release never changes once it is published.
    void reply.header('cache-control', 'public, max-age=86400');
    return releasePackageText(meta, [await expandText(row.document)]);
  }
}
