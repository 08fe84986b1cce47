import type { Feed } from './feed.js';

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); no markup stands in it as such. */
export function writeJsonFeed({ title, subtitle, self, page, language, author, entries }: Feed): string {
  const text = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: subtitle,
    home_page_url: page,
    feed_url: self,
    language,
    authors: [{ name: author }],
    items: entries.map((one) => ({
      id: one.id,
      url: one.page,
      title: one.title,
      content_text: one.summary,
      date_modified: one.updated,
      ...(one.author !== undefined && { authors: [{ name: one.author }] }),
    })),
  });
  return text.replaceAll('<', String.raw`\u003c`);
}
