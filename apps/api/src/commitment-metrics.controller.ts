import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Measured, observe, type PublishedFigures } from '#metrics';
import { Platform } from '#publishing';
import { publishedFigures } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { JSON_TYPE } from './json-reply.js';

const PATH = '/api/v1/metrics';

/** What commitment 7 is measured by, computed from what is published. */
@Public()
@Controller(PATH)
export class CommitmentMetricsController {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  /** Every metric with its formula, numerators and denominators, and the hash of the data that it was computed from. */
  @Get()
  @Header('content-type', JSON_TYPE)
  async all(): Promise<string> {
    const figures = await publishedFigures(this.dataSource);
    return JSON.stringify(this.#answer(figures, observe(figures)));
  }

  @Get(':metric')
  @Header('content-type', JSON_TYPE)
  async one(@Param('metric') id: string): Promise<string> {
    const figures = await publishedFigures(this.dataSource);
    const found = observe(figures).find(({ definition }) => definition.id === id);
    if (!found) throw new NotFoundException(`No hay un indicador «${id}». Están en ${PATH}.`);
    return JSON.stringify(this.#answer(figures, [found]));
  }

  #answer({ asOf, datasetHash, releases, processes, demonstration }: PublishedFigures, measured: readonly Measured[]) {
    const { publicUrl } = this.platform;
    const metrics = measured.map(({ definition: { from, ...definition }, observations }) => ({
      ...definition,
      from: from.map((path) => publicUrl + path),
      url: `${publicUrl}${PATH}/${definition.id}`,
      observations: observations.map(({ rows, ...observation }) => ({
        ...observation,
        ...(rows !== undefined && { rows: publicUrl + rows }),
      })),
    }));
    return { asOf, dataset: { sha256: datasetHash, releases, processes, demonstration, hashed: HASHED }, metrics };
  }
}

const HASHED = {
  es: 'SHA-256 de una línea por publicación pública, «ocid TAB id LF», ordenadas por ocid y luego por id, byte a byte.',
  en: 'SHA-256 of one line a public release, “ocid TAB id LF”, ordered by ocid and then by id, byte by byte.',
};
