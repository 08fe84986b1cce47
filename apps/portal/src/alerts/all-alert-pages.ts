import { inventedSite } from '../examples/invented-views.js';
import type { Language } from '../locale.js';
import { alertWords } from './alert-words.js';
import { askedAlertPage, refusedAlertPage } from './pages/ask.page.js';
import { confirmAlertPage, confirmedAlertPage, spentAlertPage } from './pages/confirm.page.js';
import { alertListPage, endAlertPage, endedAlertPage } from './pages/end.page.js';

/** Every page about alerts with invented data, for tests that look at all of them. */
export function allAlertPages(language: Language): readonly { readonly name: string; readonly page: string }[] {
  const site = inventedSite(language);
  const { faults, topics, every } = alertWords(language);
  const what = [topics.search, '<script>alert(1)</script>'];
  const target = { topic: 'search' as const, query: 'q=árboles' };
  const refused = { email: 'ana', frequency: 'daily', fault: faults.email, field: 'email' as const };
  const listed = ['1', '2'].map((id) => ({ id, every: every.weekly, what }));
  const pages = {
    'alert refused': refusedAlertPage({ site, target, what, refused }),
    'alert asked for': askedAlertPage(site),
    'alert to confirm': confirmAlertPage(site, 'x', what),
    'alert confirmed': confirmedAlertPage(site, what, '/procesos'),
    'alert link spent': spentAlertPage(site, 'link'),
    'alert to end': endAlertPage(site, 'x/y', what),
    'alert ended': endedAlertPage(site),
    'alerts of an address': alertListPage(site, 'x/y', listed),
    'no alerts of an address': alertListPage(site, 'x/y', []),
  };
  return Object.entries(pages).map(([name, page]) => ({ name: `${name} (${language})`, page }));
}
