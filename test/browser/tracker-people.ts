import type { Page } from 'playwright-core';
import type { Role } from '#access';
import { openPlatform } from '#publishing';
import { readSettings } from '#settings';
import { addPerson, as, signedIn } from '../integration/access/people.js';
import type { DeskProduct } from './desk-product.js';

/** Who keeps the tracker, each at a window of the desk. */
export interface TrackerPeople {
  enter(role: TrackerRole, options?: { readonly script?: boolean }): Promise<Page>;
}

type TrackerRole = 'secretariat' | 'implementer' | 'counterpart' | 'monitor';

const ORGANISATIONS = {
  implementer: ['obras', 'Secretaría de Obras Inventadas'],
  counterpart: ['vecinos', 'Vecinas y Vecinos'],
  monitor: ['garante', 'Órgano Garante Inventado'],
} as const;

/** Adds them to the product that runs: straight to its store, since how people are added has its own journey. */
export async function addTrackerPeople({ product, browser, origin }: DeskProduct): Promise<TrackerPeople> {
  const settings = readSettings({});
  const open = await openPlatform({ settings, dataDir: product.dataDir, publicUrl: origin });
  const { dataSource } = open.platform;
  const cookies = new Map<Role, string>();
  const enrol = async (role: Role, organisation: string | null) =>
    cookies.set(role, (await signedIn(dataSource, await addPerson(dataSource, role, as(role, organisation)))).cookie);
  for (const [kind, [id, name]] of Object.entries(ORGANISATIONS)) {
    await dataSource.query('INSERT INTO organisation (id, name, kind) VALUES ($1, $2, $3)', [id, name, kind]);
    await enrol(kind as Role, id);
  }
  await enrol('secretariat', null);
  await open.close();
  return {
    async enter(role, { script = true } = {}) {
      const context = await browser.newContext({ javaScriptEnabled: script, viewport: WINDOW, locale: 'es-MX' });
      context.setDefaultTimeout(20_000);
      const [name, value] = cookies.get(role)!.split('=') as [string, string];
      await context.addCookies([{ name, value, url: origin.replace('http:', 'https:'), secure: true }]);
      return context.newPage();
    },
  };
}

const WINDOW = { width: 1280, height: 900 };
