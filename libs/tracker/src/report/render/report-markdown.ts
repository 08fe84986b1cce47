import type { Block, ReportDocument, ReportSection, Run, Text } from '../report-document.js';

/** The report as Markdown, with tables as GitHub writes them. */
export function reportMarkdown({ title, subtitle, hash, sections }: ReportDocument): string {
  const head = `# ${escaped(title)}\n\n${escaped(subtitle)}\n\nVersión \`${hash}\`\n\n## Contenido\n\n`;
  return `${head}${sections.map(contentsLine).join('')}\n${sections.map(sectionText).join('\n')}`;
}

function contentsLine({ title, level, page, inSource }: ReportSection): string {
  const aside = page === undefined ? (inSource ? '' : ' (agregado)') : ` (página ${page} del original)`;
  return `${'  '.repeat(level - 1)}- ${escaped(title)}${aside}\n`;
}

function sectionText({ title, level, blocks }: ReportSection): string {
  return `${'#'.repeat(level + 1)} ${escaped(title)}\n\n${blocks.map(blockText).join('\n')}`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `${inline(block.text)}\n`;
    case 'warning':
      return `> ${inline(block.text)}\n`;
    case 'list':
      return block.items.map((item) => `- ${inline(item)}\n`).join('');
    case 'table':
      return tableText(block);
  }
}

function tableText({ caption, head, rows }: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const body = rows.map((cells) => row(cells.map(inline))).join('');
  return `**${escaped(caption)}**\n\n${row(head.map(escaped))}${row(head.map(() => '---'))}${body}`;
}

/** What begins like an item of a list is none. */
function inline(text: Text): string {
  return text
    .map(runText)
    .join('')
    .trim()
    .replace(/^(\d*)(?=[-+.)]\s)/, '$1\\');
}

/** Blanks go outside the marks: `** x**` would not be bold. */
function runText({ text, style }: Run): string {
  const said = escaped(text);
  const mark = style === 'strong' ? '**' : style === 'missing' ? '_' : '';
  return said.replace(/^(\s*)(.*?)(\s*)$/s, (_, before: string, middle: string, after: string) =>
    middle === '' ? said : `${before}${mark}${middle}${mark}${after}`,
  );
}

/** On one line: a break within text would end its row, or begin a title. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|&~]/g, String.raw`\$&`).replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ');
}
