import { html, raw, render } from '../html.js';
import type { Feed, FeedEntry } from './feed.js';

/** The feed as Atom (RFC 4287). The templates of pages escape what XML wants escaped; other characters XML cannot have. */
export function writeAtom(feed: Feed): string {
  return render(html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${feed.self}</id>
<title>${xmlSafe(feed.title)}</title>
<subtitle>${xmlSafe(feed.subtitle)}</subtitle>
<updated>${feed.updated}</updated>
<author><name>${xmlSafe(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.page}"/>
${feed.entries.map(entry)}</feed>
`);
}

function entry({ id, title, page, updated, summary, author }: FeedEntry) {
  return html`<entry>
<id>${id}</id>
<title>${xmlSafe(title)}</title>
<updated>${updated}</updated>
${author !== undefined && html`<author><name>${xmlSafe(author)}</name></author>`}
<link rel="alternate" type="text/html" href="${page}"/>
<summary>${xmlSafe(summary)}</summary>
</entry>
`;
}

/** Without what no XML document may hold, escaped or not (XML 1.0, 2.2). */
function xmlSafe(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
}
