import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mailSender } from '#mail';
import { Platform } from '#publishing';
import { publishedKinds } from '#search';
import type { Language } from './locale.js';
import type { SiteView } from './views.js';

/** Beside the sources, and beside what a build made of them; `nest start` leaves them where they are. */
const PLACES = ['../assets', '../../../../apps/portal/assets'].map((place) => join(import.meta.dirname, place));
const FOLDER = PLACES.find((place) => existsSync(place)) ?? PLACES[0]!;

/** Files served beside the pages, by name; read once, since they come with the program. */
export const ASSETS: ReadonlyMap<string, Buffer> = new Map(
  readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name))]),
);

const ASSET_VERSION = createHash('sha256')
  .update(Buffer.concat([...ASSETS.values()]))
  .digest('hex')
  .slice(0, 12);

/** What every page says of the site it stands on. */
@Injectable()
export class Site {
  constructor(
    private readonly platform: Platform,
    private readonly dataSource: DataSource,
  ) {}

  /** The site in the language of an address: English under `/en`. */
  async of(url: string): Promise<SiteView> {
    const { demo: invented, real } = await publishedKinds(this.dataSource);
    const demo = invented && (real ? 'mixed' : 'all');
    const { publicUrl: origin, settings } = this.platform;
    const mail = mailSender(settings) !== undefined;
    return { language: languageOf(url), demo, origin, assetVersion: ASSET_VERSION, mail };
  }
}

export function languageOf(url: string): Language {
  return /^\/en(?=[/?]|$)/.test(url) ? 'en' : 'es';
}
