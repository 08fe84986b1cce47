import { extname } from 'node:path';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#publishing';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { EXTENSION_FILES } from './extension-files.js';
import { JSON_TYPE } from './json-reply.js';

const PATH = 'schemas/extensions';

const TYPES: Readonly<Record<string, string>> = {
  '.json': JSON_TYPE,
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/** The extensions of the registry, laid out as their repositories are: packages declare Jalisco's by its address here. */
@Public()
@Controller(PATH)
export class ExtensionsController {
  constructor(private readonly platform: Platform) {}

  @Get(':id/:file')
  file(@Param('id') id: string, @Param('file') file: string, @Res() reply: FastifyReply): void {
    const content = contentOf(`${id}/${file}`);
    void reply
      .header('content-type', TYPES[extname(file)])
      .send(file === 'extension.json' ? this.#withDocumentation(id, content) : content);
  }

  @Get(':id/codelists/:file')
  codelist(@Param('id') id: string, @Param('file') file: string, @Res() reply: FastifyReply): void {
    void reply.header('content-type', TYPES['.csv']).send(contentOf(`${id}/codelists/${file}`));
  }

  /** What has no repository is documented by its copy here. */
  #withDocumentation(id: string, content: Buffer): string {
    const url = `${this.platform.publicUrl}/${PATH}/${id}/README.md`;
    const metadata = JSON.parse(content.toString()) as Record<string, unknown>;
    return `${JSON.stringify({ documentationUrl: { es: url, en: url }, ...metadata }, null, 2)}\n`;
  }
}

function contentOf(path: string): Buffer {
  const content = EXTENSION_FILES.get(path);
  if (!content) throw new NotFoundException(`No hay un archivo de extensión «${path}».`);
  return content;
}
