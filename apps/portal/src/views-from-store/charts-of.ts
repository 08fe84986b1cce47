import { addDecimals, compareDecimals, percentOf } from '#ocds';
import type { Exploration } from '#search';
import { fillText } from '../fill.js';
import { formatMoney, sumInWords } from '../format/money.js';
import type { Locale } from '../locale.js';
import type { ChartBar, ChartView } from '../explore.view.js';

/** The figures as charts in the reader's words: what each bar says, where its rows are, and what the title finds. */
export function chartsOf(figures: Exploration, locale: Locale): readonly ChartView[] {
  return [
    spending(figures, locale),
    direct(figures, locale),
    buyers(figures, locale),
    offers(figures, locale),
    days(figures, locale),
  ];
}

function spending({ spending: years }: Exploration, locale: Locale): ChartView {
  const bars = years.map(({ year, contracted }) => ({
    label: String(year),
    value: Number(contracted),
    said: inWords(contracted, locale),
    href: `/procesos?year=${year}&currency=MXN&amountStage=contract&sort=amount`,
  }));
  const most = years.toSorted((a, b) => compareDecimals(b.contracted, a.contracted))[0];
  return { id: 'spending', bars, ...(most && { finding: { year: most.year, sum: inWords(most.contracted, locale) } }) };
}

function direct({ direct: years }: Exploration, locale: Locale): ChartView {
  const bars = years.map(({ year, direct: own, processes }) => ({
    label: String(year),
    value: own / processes,
    said: share(own, processes, locale),
    of: processes,
    href: `/procesos?year=${year}&method=direct`,
  }));
  const last = years.at(-1);
  return {
    id: 'direct',
    bars,
    ...(last && { finding: { year: last.year, share: whole(last.direct, last.processes) } }),
  };
}

function buyers({ buyers: largest, allBuyers }: Exploration, locale: Locale): ChartView {
  const bars: readonly ChartBar[] = largest.map(({ id, name, pesos }) => ({
    label: name,
    value: Number(pesos),
    said: inWords(pesos, locale),
    href: `/procesos?buyer=${encodeURIComponent(id)}&currency=MXN&amountStage=contract&sort=amount`,
  }));
  const sum = largest.reduce((total, { pesos }) => addDecimals(total, pesos), '0');
  const percent = percentOf(sum, allBuyers);
  const finding = percent !== undefined &&
    largest.length > 1 && { n: largest.length, share: Math.round(Number(percent)) };
  return { id: 'buyers', bars, ...(finding && { finding }) };
}

function offers({ offers: counts }: Exploration, locale: Locale): ChartView {
  const { offers: words } = locale.words.explore.charts;
  const all = counts.reduce((sum, { processes }) => sum + processes, 0);
  const bars = counts.map(({ offers: n, processes }) => ({
    label: n === 1 ? words.one : n === 5 ? words.most : fillText(words.many, { n }),
    value: processes,
    said: share(processes, all, locale),
    of: all,
    href: `/procesos?offers=${n}`,
  }));
  const alone = counts.find(({ offers: n }) => n === 1)?.processes ?? 0;
  return { id: 'offers', bars, ...(all > 0 && { finding: { share: whole(alone, all) } }) };
}

function days({ days: years }: Exploration, locale: Locale): ChartView {
  const bars = years.map(({ year, days: n, processes }) => ({
    label: String(year),
    value: n,
    said: fillText(locale.words.explore.units.days, { n }),
    of: processes,
    href: `/procesos?year=${year}`,
  }));
  const last = years.at(-1);
  return { id: 'days', bars, ...(last && { finding: { year: last.year, days: last.days } }) };
}

function inWords(pesos: string, locale: Locale): string {
  const money = { amount: pesos, currency: 'MXN' } as const;
  return sumInWords(money, locale) ?? formatMoney(money, locale);
}

function whole(part: number, all: number): number {
  return Math.round((part / all) * 100);
}

function share(part: number, all: number, { words }: Locale): string {
  return fillText(words.explore.units.share, { n: whole(part, all) });
}
