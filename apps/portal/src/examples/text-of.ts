/** What a reader sees of a page: its text, entities undone, spaces tidied. For tests about sentences. */
export function textOf(page: string): string {
  const body = page
    .slice(page.indexOf('<body>'))
    .replace(/<\/?(time|mark|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ');
  return body.replace(/&(amp|lt|gt|quot|#39|#96);/g, (entity) => CHARACTERS[entity] ?? entity).replace(/\s+/g, ' ');
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
};
