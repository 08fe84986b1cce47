import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keptAMinute } from '#search';
import { lanesOf } from '#tracker';
import { measureCommitments } from '#tracking';
import type { Language } from '../locale.js';
import type { HomeView } from '../home.view.js';
import { TrackerReader } from './tracker-reader.js';
import { commitmentPath } from './tracker-paths.js';

/** The commitment that this platform keeps and measures, as its front page tells it: up to a minute old. */
@Injectable()
export class OwnCommitment {
  readonly #read: Readonly<Record<Language, (dataSource: DataSource) => Promise<HomeView['commitment']>>>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: TrackerReader,
  ) {
    this.#read = { es: keptAMinute(() => this.#find('es')), en: keptAMinute(() => this.#find('en')) };
  }

  /** Undefined when no plan has a commitment that is measured. */
  in(language: Language): Promise<HomeView['commitment']> {
    return this.#read[language](this.dataSource);
  }

  async #find(language: Language): Promise<HomeView['commitment']> {
    const { own } = await this.reader.plans();
    const view = own === undefined ? undefined : await this.reader.read(own);
    const commitment = view?.plan.commitments.find(({ measured }) => measured);
    if (!view || !commitment) return undefined;
    const { byCommitment } = await measureCommitments(this.dataSource, view.plan, { language });
    const lanes = lanesOf(view.plan, commitment.id, byCommitment.get(commitment.id));
    return { number: commitment.number, lanes, href: commitmentPath(commitment.number) };
  }
}
