import { addressedAlert, digestContent, keepConfirmToken, newConfirmToken, signLink } from '#alerts';
import type { Composer } from '#mail';
import type { Platform } from '#publishing';
import { pathIn } from '../links.js';
import { confirmPath, endPath, listPath } from './alert-links.js';
import { targetPath } from './alert-target.js';
import { alertInBrief, describeAlert } from './describe-alert.js';
import { confirmationMail } from './mails/confirmation-mail.js';
import { digestMail } from './mails/digest-mail.js';
import { partyNames } from './party-names.js';

/** How the mails of alerts are written from the store. */
export function alertComposers({
  dataSource,
}: Pick<Platform, 'dataSource'>): Record<'confirmation' | 'digest', Composer> {
  return {
    /** Each time with a token of its own: it is nowhere but in the mail. */
    async confirmation({ alertId }, { name, publicUrl }) {
      const alert = await addressedAlert(dataSource, alertId!);
      if (!alert || alert.confirmedAt) return undefined;
      const token = newConfirmToken();
      const what = describeAlert(alert, await partyNames(dataSource, alert.filters));
      const confirmUrl = publicUrl + confirmPath(alert.language, token);
      return {
        ...confirmationMail({ to: alert.email, site: name, alert, what, confirmUrl }),
        whenHanded: (manager) => keepConfirmToken(manager, alert.id, token),
      };
    },

    /** What was withdrawn meanwhile is not told; when nothing is left, neither is the digest. */
    async digest({ alertId, detail }, { publicUrl }) {
      const alert = await addressedAlert(dataSource, alertId!);
      if (!alert) return undefined;
      const found = await digestContent(dataSource, alert, {
        after: String(detail['after']),
        upTo: String(detail['upTo']),
      });
      if (found.rows.length === 0) return undefined;
      const { language } = alert;
      const names = await partyNames(dataSource, alert.filters);
      return digestMail({
        to: alert.email,
        origin: publicUrl,
        alert,
        what: describeAlert(alert, names),
        brief: alertInBrief(alert, names),
        found,
        urls: {
          target: publicUrl + pathIn(language, targetPath(alert.topic, alert.filters)),
          end: publicUrl + endPath(language, await signLink(dataSource, 'end', alert.id)),
          list: publicUrl + listPath(language, await signLink(dataSource, 'list', alert.subscriberId)),
        },
      });
    },
  };
}
