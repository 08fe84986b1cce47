import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { makeProduct, type Product } from '../e2e/running-product.js';
import { openBrowser } from './open-browser.js';

export const PASSWORD = 'tres tristes trigales 9';

/** A running product with a browser before it. */
export interface DeskProduct {
  readonly product: Product;
  readonly browser: Browser;
  readonly origin: string;
  /** Makes an account with a password. @param roles as `c7 user add --role` takes them */
  addUser(email: string, name: string, ...roles: readonly string[]): Promise<void>;
  /** A window of somebody who has signed in. @param options of the window */
  signIn(email: string, options?: { readonly script?: boolean; readonly width?: number }): Promise<Page>;
  /** Runs `c7` on the product's data. */
  c7(...args: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** @param options of `c7 up` */
export async function openDeskProduct(...options: readonly string[]): Promise<DeskProduct> {
  const product = await makeProduct();
  await product.up(...options);
  const browser = await openBrowser();
  const origin = `http://localhost:${product.port}`;
  const c7 = (...args: readonly string[]) => run(product, args, '');
  return {
    product,
    browser,
    origin,
    c7,
    addUser: (email, name, ...roles) =>
      run(
        product,
        ['user', 'add', email, '--name', name, ...roles.flatMap((role) => ['--role', role]), '--password-stdin'],
        PASSWORD,
      ),
    async signIn(email, { script = true, width = 1280 } = {}) {
      const context = await browser.newContext({
        javaScriptEnabled: script,
        viewport: { width, height: 900 },
        locale: 'es-MX',
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      await page.goto(`${origin}/escritorio`);
      await page.fill('input[type="email"]', email);
      await page.fill('input[type="password"]', PASSWORD);
      await page.click('main button[type="submit"]');
      await page.waitForURL(`${origin}/escritorio`);
      return page;
    },
    async close() {
      await browser.close();
      await product.dispose();
    },
  };
}

async function run({ dataDir }: Product, args: readonly string[], input: string): Promise<void> {
  const data = args[0] === 'template' ? [] : ['--data-dir', dataDir];
  const program = [join(process.cwd(), 'bin', 'c7.js'), ...args, ...data];
  const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += String(text)));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`c7 ${args.join(' ')} left with ${code}:\n${said}`);
}
