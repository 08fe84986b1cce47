import { Controller, Get, Header, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { releasePackageText } from '#ocds';
import { Platform, expandTexts } from '#publishing';
import { findChangedReleases, listChanges } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { JSON_TYPE, latest } from './json-reply.js';
import { platformPackage } from './package-meta.js';
import { querySchema } from './query-schema.js';

const PATH = '/api/v1/changes';

interface ChangesQuery {
  readonly after: string;
  readonly limit: number;
}

const changesQuery = querySchema<ChangesQuery>({
  type: 'object',
  properties: {
    after: { type: 'string', pattern: '^\\d{1,18}$', default: '0' },
    limit: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
  },
  additionalProperties: false,
});

@Public()
@Controller(PATH)
export class ChangesController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Every published change once, oldest first: a release package of the releases that came, with `changes` beside
   * them. Following `links.next` never skips one and never repeats one. The last page has no `links.next`;
   * `links.resume` is where to go on, now or next year.
   */
  @Get()
  @Header('content-type', JSON_TYPE)
  async list(@Query({ schema: changesQuery }) { after, limit }: ChangesQuery): Promise<string> {
    const found = await listChanges(this.dataSource, after, limit + 1);
    const changes = found.slice(0, limit);
    const documents = await findChangedReleases(this.dataSource, changes);
    const resume = `${this.platform.publicUrl}${PATH}?after=${changes.at(-1)?.position ?? after}&limit=${limit}`;
    const meta = platformPackage(this.platform, {
      path: `${PATH}?after=${after}&limit=${limit}`,
      publishedDate: latest(changes.map((change) => change.changedAt)),
      links: { next: found.length > limit ? resume : undefined, resume },
    });
    const entries = changes.map(({ position, ocid, kind, releaseIds, changedAt }) => ({
      position: Number(position),
      ocid,
      kind,
      releases: releaseIds,
      date: changedAt,
      record: `${this.platform.publicUrl}/api/v1/records/${encodeURIComponent(ocid)}`,
    }));
    return releasePackageText(meta, await expandTexts(documents), { changes: entries });
  }
}
