import { type MailMessage, oneLine } from '#mail';
import type { Day } from '#ocds';
import { reminderKind } from '#tracker';
import type { ReminderContent } from '#tracking';
import { fillText } from '../../fill.js';
import { formatDay } from '../../format/day.js';
import { deskLocaleOf } from '../desk-locale.js';
import { trackingPath } from './place.js';

export interface ReminderView extends ReminderContent {
  readonly plan: string;
  readonly site: string;
  readonly origin: string;
  /** ISO day in Jalisco on which it goes out: a mail that was held up says how things stand then. */
  readonly today: string;
}

/** Reminds who implements of the reports they owe, in Spanish: one mail a period, whatever the number of metas. */
export function reminderMail(view: ReminderView): MailMessage {
  const { email, name, organisation, period, reports, plan, site, origin, today } = view;
  const locale = deskLocaleOf('es');
  const { reminders: words } = locale.desk.tracking;
  const day = (iso: string) => formatDay(iso as Day, locale);
  const holes = { period: period.id, from: day(period.from), to: day(period.to), due: day(period.due) };
  const kind = reminderKind(period, today) ?? 'soon';
  const owed = reports.map(
    ({ milestone: { id, title }, commitment }) =>
      `- ${fillText(words.meta, { title: oneLine(title), n: commitment })}\n  ${origin}${trackingPath(plan, 'metas', id, 'reportar')}`,
  );
  const why = fillText(words.why, { organisation: oneLine(organisation), site });
  return {
    to: email,
    subject: fillText(words.subjects[kind], holes),
    text: [`${oneLine(name)}:`, fillText(words.says[kind], holes), ...owed, `-- \n${why}`].join('\n\n') + '\n',
  };
}
