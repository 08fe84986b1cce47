export type Labels = Readonly<Record<string, string>>;

/** What is scraped together: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export interface Registry {
  counter(name: string, help: string): (labels: Labels, add?: number) => void;
  gauge(name: string, help: string): (labels: Labels, value: number) => void;
  /** @param buckets upper bounds, rising. */
  histogram(name: string, help: string, buckets: readonly number[]): (labels: Labels, value: number) => void;
  /** Runs before every scrape; what it throws leaves its gauges as they were. */
  onScrape(collect: () => Promise<void> | void): void;
  /** Everything, in the text format 0.0.4. */
  text(): Promise<string>;
}

/** Series of one metric; what comes beyond is not kept, so that nobody fills the memory by inventing labels. */
const MOST_SERIES = 1_000;

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  lines(): Iterable<string>;
}

export function createRegistry(): Registry {
  const metrics: Metric[] = [];
  const collectors: (() => Promise<void> | void)[] = [];
  return {
    counter(name, help) {
      const series = keepSeries(() => ({ value: 0 }));
      metrics.push({ name, help, type: 'counter', lines: () => series.lines(name) });
      return (labels, add = 1) => {
        const one = series.of(labels);
        if (one) one.value += add;
      };
    },
    gauge(name, help) {
      const series = keepSeries(() => ({ value: 0 }));
      metrics.push({ name, help, type: 'gauge', lines: () => series.lines(name) });
      return (labels, value) => {
        const one = series.of(labels);
        if (one) one.value = value;
      };
    },
    histogram(name, help, buckets) {
      const series = keepSeries(() => ({ counts: buckets.map(() => 0), sum: 0, count: 0 }));
      metrics.push({ name, help, type: 'histogram', lines: () => histogramLines(name, buckets, series.all()) });
      return (labels, value) => {
        const one = series.of(labels);
        if (!one) return;
        const at = buckets.findIndex((bound) => value <= bound);
        if (at >= 0) one.counts[at]!++;
        one.sum += value;
        one.count++;
      };
    },
    onScrape: (collect) => void collectors.push(collect),
    async text() {
      await Promise.allSettled(collectors.map(async (collect) => collect()));
      return metrics.map(render).join('');
    },
  };
}

function keepSeries<State extends object>(begin: () => State) {
  const found = new Map<string, State>();
  return {
    all: () => found,
    of(labels: Labels): State | undefined {
      const key = labelsText(labels);
      if (!found.has(key) && found.size < MOST_SERIES) found.set(key, begin());
      return found.get(key);
    },
    *lines(name: string) {
      for (const [labels, state] of found) yield `${name}${braced(labels)} ${(state as { value?: number }).value}`;
    },
  };
}

function* histogramLines(
  name: string,
  buckets: readonly number[],
  found: ReadonlyMap<string, { readonly counts: readonly number[]; readonly sum: number; readonly count: number }>,
): Generator<string> {
  for (const [labels, { counts, sum, count }] of found) {
    let below = 0;
    for (const [at, bound] of buckets.entries()) {
      below += counts[at]!;
      yield `${name}_bucket${braced(labels, `le="${bound}"`)} ${below}`;
    }
    yield `${name}_bucket${braced(labels, 'le="+Inf"')} ${count}`;
    yield `${name}_sum${braced(labels)} ${sum}`;
    yield `${name}_count${braced(labels)} ${count}`;
  }
}

function render({ name, help, type, lines }: Metric): string {
  const values = [...lines()];
  if (values.length === 0) return '';
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${values.join('\n')}\n`;
}

function braced(...parts: readonly string[]): string {
  const inside = parts.filter(Boolean).join(',');
  return inside ? `{${inside}}` : '';
}

function labelsText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, escape)}"`)
    .join(',');
}

function escape(character: string): string {
  return character === '\n' ? String.raw`\n` : `\\${character}`;
}
