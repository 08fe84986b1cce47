import type { RawReply } from './send-raw.js';

/** What of an attack shows in an answer. */
export function seenIn({ status, headers, body }: RawReply): string | undefined {
  if (status >= 500 || status === 0) return `answered ${status}`;
  if (/^(set-cookie: )?x-injected/m.test(headers)) return 'put a header in';
  if (/^location: (https?:)?\/\/(?!compras\.example)/m.test(headers)) return 'sent elsewhere';
  if (/^content-type: (text\/html|application\/(atom\+)?xml|image\/svg)/m.test(headers)) {
    if (/<(script|img|svg)[^>]*>?[^<]*c7canary/i.test(body)) return 'put markup in';
    if (/(href|src|action)\s*=\s*["']?\s*javascript:/i.test(body)) return 'put a script address in';
    if (/<[a-z][^>]*\son\w+\s*=/i.test(withoutValues(body))) return 'put an attribute in';
  }
  if (/^content-type: text\/calendar/m.test(headers) && /^X-INJECTED/m.test(body)) return 'put an event in';
  if (body.includes('62615533')) return 'ran a template';
  if (/root:.*:0:0:|"name": "compromiso7"/.test(body)) return 'gave a file away';
  if (/syntax error at or near|QueryFailedError|node_modules|at .*\.[jt]s:\d+/.test(body)) return 'told its inside';
  return undefined;
}

/** What is inside quotes is text, whatever it says. */
function withoutValues(page: string): string {
  return page.replaceAll(/="[^"]*"/g, '=""');
}
