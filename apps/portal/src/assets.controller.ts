import { extname } from 'node:path';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../../wiring/src/access/access.decorators.js';
import { ASSETS } from './site.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

@Public()
@Controller('assets')
export class AssetsController {
  /** Pages ask for assets by name and version, so a copy never has to be asked for again. */
  @Get(':name')
  asset(@Param('name') name: string, @Res() reply: FastifyReply): void {
    const content = ASSETS.get(name);
    if (!content) throw new NotFoundException();
    void reply
      .header('content-type', TYPES[extname(name)] ?? 'application/octet-stream')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(content);
  }
}
