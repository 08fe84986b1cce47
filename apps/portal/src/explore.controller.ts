import { Controller, Get, Header, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { exploreProcesses } from '#search';
import { csvOfRows } from '#tables';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { localeOf } from './locale.js';
import { explorePage } from './pages/explore.page.js';
import { languageOf, Site } from './site.js';
import { chartsOf } from './views-from-store/charts-of.js';

@Public()
@Controller(['', 'en'])
export class ExploreController {
  constructor(
    private readonly site: Site,
    private readonly dataSource: DataSource,
  ) {}

  /** The charts. */
  @Get('explorar')
  @Header('content-type', 'text/html; charset=utf-8')
  async explore(@Req() request: FastifyRequest): Promise<string> {
    const site = await this.site.of(request.url);
    const figures = await exploreProcesses(this.dataSource);
    const counted = { position: Number(figures.position), current: figures.current };
    return explorePage({ site, charts: chartsOf(figures, localeOf(site.language)), counted });
  }

  /** The data of one chart. */
  @Get('explorar/:chart.csv')
  async data(@Req() request: FastifyRequest, @Param('chart') name: string, @Res() reply: FastifyReply): Promise<void> {
    const locale = localeOf(languageOf(request.url));
    const { explore: words } = locale.words;
    const chart = chartsOf(await exploreProcesses(this.dataSource), locale).find(({ id }) => id === name);
    if (!chart) throw new NotFoundException(`No hay una gráfica «${name}».`);
    const rows = chart.bars.map(({ label, value, said, of }) => [label, value, said, of ?? null]);
    const columns = [
      { heading: words.charts[chart.id].label, type: 'string' as const },
      { heading: chart.id, type: 'number' as const },
      { heading: words.figure, type: 'string' as const },
      { heading: words.of, type: 'number' as const },
    ];
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${chart.id}.csv"`)
      .send(csvOfRows({ columns, batches: [rows] }));
  }
}
