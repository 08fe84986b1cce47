import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listPlans, type PlanSummary, readTracker, type TrackerView } from '#tracking';

/** Reads the plans that are tracked. */
@Injectable()
export class TrackerReader {
  constructor(private readonly dataSource: DataSource) {}

  /** Every plan, and which of them addresses mean that name none: the one with a commitment that this platform measures. */
  async plans(): Promise<{ readonly all: readonly PlanSummary[]; readonly own: string | undefined }> {
    const all = await listPlans(this.dataSource);
    for (const { id } of all) {
      const view = await readTracker(this.dataSource, id);
      if (view?.plan.commitments.some(({ measured }) => measured)) return { all, own: id };
    }
    return { all, own: all[0]?.id };
  }

  /** A plan as it stood on a day; undefined when there is none of that id, or was not yet. */
  async read(id: string, asOf?: string): Promise<TrackerView | undefined> {
    const view = await readTracker(this.dataSource, id, { asOf });
    return view && view.plan.plans.length > 0 ? view : undefined;
  }
}
