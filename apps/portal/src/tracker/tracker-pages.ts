import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { linkHealth } from '#links';
import { localDay, measureCommitments } from '#tracking';
import { Site } from '../site.js';
import type { MeasuredPageView, TrackerPageView } from './tracker-page-view.js';
import { dayAsked, type TrackerQuery } from './tracker-query.js';
import { TrackerReader } from './tracker-reader.js';

/** Gathers what a page of the tracker is told. */
@Injectable()
export class TrackerPages {
  constructor(
    private readonly site: Site,
    private readonly reader: TrackerReader,
    private readonly dataSource: DataSource,
  ) {}

  /** The system's clock; a test sets its own. */
  now = () => new Date();

  /** @throws NotFoundException when no plan has the id that is asked for */
  async view(url: string, query: TrackerQuery): Promise<TrackerPageView> {
    const view = await this.#plan(url, query);
    if (view.tracker.asOf !== undefined) return view;
    const { byCommitment } = await this.#measure(view);
    return { ...view, measurements: byCommitment };
  }

  /** The same, with every figure: of today, whatever day is asked for. */
  async measured(url: string, query: TrackerQuery): Promise<MeasuredPageView> {
    const view = await this.#plan(url, { ...query, asof: '' });
    const { byCommitment, measured, figures } = await this.#measure(view);
    return { ...view, measurements: byCommitment, measured, figures, dayRefused: dayAsked(query) };
  }

  async #plan(url: string, query: TrackerQuery): Promise<TrackerPageView> {
    const { all, own } = await this.reader.plans();
    const asOf = dayAsked(query);
    const id = query.plan || own;
    const tracker = id === undefined ? undefined : await this.reader.read(id, asOf);
    if (own === undefined || !tracker)
      throw new NotFoundException(`No hay un plan de acción «${id ?? ''}» en esta plataforma.`);
    const { demo, ...site } = await this.site.of(url);
    const urls = tracker.plan.evidence.flatMap(({ url: address }) => address ?? []);
    const today = asOf ?? localDay(this.now());
    return {
      site: { ...site, demo: demo && 'plan' },
      tracker,
      plans: all,
      ownPlan: own,
      measurements: new Map(),
      links: asOf === undefined ? await linkHealth(this.dataSource, urls) : new Map(),
      today,
    };
  }

  #measure({ site, tracker }: TrackerPageView) {
    return measureCommitments(this.dataSource, tracker.plan, { language: site.language });
  }
}
