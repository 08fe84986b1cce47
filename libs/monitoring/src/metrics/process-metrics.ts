import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Registry } from './registry.js';

const NANOSECONDS = 1e9;

/** Memory, processor time and event loop of this process. */
export function addProcessMetrics(registry: Registry): void {
  const memory = registry.gauge('process_memory_bytes', 'Memoria del proceso, por clase.');
  const cpu = registry.counter('process_cpu_seconds_total', 'Tiempo de procesador, de usuario y de sistema.');
  const started = registry.gauge('process_start_time_seconds', 'Cuándo empezó el proceso.');
  const delay = registry.gauge(
    'nodejs_eventloop_delay_seconds',
    'Retraso del ciclo de eventos desde la lectura anterior.',
  );
  let known = 0;
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  registry.onScrape(() => {
    const { rss, heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
    for (const [kind, bytes] of Object.entries({ rss, heapUsed, heapTotal, external, arrayBuffers }))
      memory({ kind }, bytes);
    const { user, system } = process.cpuUsage();
    cpu({}, (user + system) / 1e6 - known);
    known = (user + system) / 1e6;
    started({}, Math.round(Date.now() / 1000 - process.uptime()));
    if (histogram.count === 0) return;
    delay({ quantile: '0.5' }, histogram.percentile(50) / NANOSECONDS);
    delay({ quantile: '0.99' }, histogram.percentile(99) / NANOSECONDS);
    delay({ quantile: '1' }, histogram.max / NANOSECONDS);
    histogram.reset();
  });
}
