import { createRegistry } from './registry.js';

it('writes what it counted in the text format of Prometheus', async () => {
  const registry = createRegistry();
  registry.counter('c_total', 'Cuenta.')({ kind: 'a "b"\\\n' }, 2);
  registry.gauge('g', 'Mide.')({}, 1.5);
  const observe = registry.histogram('h_seconds', 'Dura.', [0.1, 1]);
  observe({ route: '/' }, 0.05);
  observe({ route: '/' }, 0.5);
  observe({ route: '/' }, 5);
  registry.gauge('silent', 'Nada.');
  expect(await registry.text()).toBe(
    [
      '# HELP c_total Cuenta.',
      '# TYPE c_total counter',
      String.raw`c_total{kind="a \"b\"\\\n"} 2`,
      '# HELP g Mide.',
      '# TYPE g gauge',
      'g 1.5',
      '# HELP h_seconds Dura.',
      '# TYPE h_seconds histogram',
      'h_seconds_bucket{route="/",le="0.1"} 1',
      'h_seconds_bucket{route="/",le="1"} 2',
      'h_seconds_bucket{route="/",le="+Inf"} 3',
      'h_seconds_sum{route="/"} 5.55',
      'h_seconds_count{route="/"} 3',
      '',
    ].join('\n'),
  );
});

it('keeps a thousand series of a metric, however many labels are invented', async () => {
  const registry = createRegistry();
  const count = registry.counter('c_total', 'Cuenta.');
  for (let n = 0; n < 5_000; n++) count({ label: String(n) });
  expect((await registry.text()).match(/^c_total\{/gm)).toHaveLength(1_000);
});

it('is read although something it asks fails', async () => {
  const registry = createRegistry();
  registry.gauge('g', 'Mide.')({}, 1);
  registry.onScrape(() => Promise.reject(new Error('caída')));
  expect(await registry.text()).toContain('g 1');
});
