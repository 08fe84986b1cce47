import { Controller, Get, Header, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Publisher } from '#database';
import { dataDictionary } from '#ocds';
import { extensionsInUse, loadProfiles } from '#publishing';
import { countYears, siteFigures } from '#search';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { dictionaryPage } from './pages/dictionary.page.js';
import { downloadsPage } from './pages/downloads.page.js';
import { readingPage } from './pages/reading.page.js';
import { READING_NAMES, type ReadingName } from './reading/reading-pages.js';
import { Site } from './site.js';
import type { DictionaryView, PublisherLine } from './views.js';

const HTML_TYPE = 'text/html; charset=utf-8';

let dictionary: DictionaryView['objects'] | undefined;

/** Made at its first reading: the extensions in use are joined to the schema for it. */
async function readDictionary(): Promise<DictionaryView['objects']> {
  dictionary ??= dataDictionary(extensionsInUse(await loadProfiles()));
  return dictionary;
}

/** Pages to be read, the dictionary and the list of downloads. */
@Public()
@Controller(['', 'en'])
export class ReadingController {
  constructor(
    private readonly site: Site,
    private readonly dataSource: DataSource,
  ) {}

  @Get([...READING_NAMES])
  @Header('content-type', HTML_TYPE)
  async read(@Req() request: FastifyRequest): Promise<string> {
    const name = request.url.split('?')[0]!.split('/').at(-1) as ReadingName;
    const site = await this.site.of(request.url);
    return readingPage({
      site,
      name,
      ...(name === 'politica-de-publicacion' && { publishers: await this.#publishers() }),
    });
  }

  @Get('diccionario')
  @Header('content-type', HTML_TYPE)
  async dictionary(@Req() request: FastifyRequest): Promise<string> {
    return dictionaryPage({ site: await this.site.of(request.url), objects: await readDictionary() });
  }

  @Get('descargas')
  @Header('content-type', HTML_TYPE)
  async downloads(@Req() request: FastifyRequest): Promise<string> {
    const [site, { updatedAt: _, ...counts }, years] = await Promise.all([
      this.site.of(request.url),
      siteFigures(this.dataSource),
      countYears(this.dataSource),
    ]);
    return downloadsPage({ site, counts, years });
  }

  async #publishers(): Promise<readonly PublisherLine[]> {
    const all = await this.dataSource.getRepository(Publisher).find({ order: { name: 'ASC' } });
    return all.map(({ name, uri, ocidPrefix, policy, license, contactName, contactEmail, contactPhone }) => ({
      name,
      ocidPrefix,
      policy,
      ...(uri !== null && { uri }),
      ...(license !== null && { license }),
      contact: {
        ...(contactName !== null && { name: contactName }),
        ...(contactEmail !== null && { email: contactEmail }),
        ...(contactPhone !== null && { phone: contactPhone }),
      },
    }));
  }
}
