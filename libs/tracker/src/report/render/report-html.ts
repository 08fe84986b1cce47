import type { Block, ReportDocument, ReportSection, Run, Text } from '../report-document.js';

/** The whole report as one HTML file, with its own style: to be opened, printed or kept. */
export function reportHtml(report: ReportDocument): string {
  const { title, language } = report;
  return (
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escaped(title)}</title>\n` +
    `<style>${STYLE}</style>\n</head>\n<body>\n<main>\n${reportBodyHtml(report)}</main>\n</body>\n</html>\n`
  );
}

/** The report without a frame, for a page that has its own. */
export function reportBodyHtml(report: ReportDocument): string {
  const { title, subtitle, hash, sections } = report;
  return (
    `<header>\n<h1>${escaped(title)}</h1>\n<p>${escaped(subtitle)}</p>\n` +
    `<p class="version">Versión <code>${hash}</code></p>\n</header>\n` +
    `<nav aria-labelledby="contenido">\n<h2 id="contenido">Contenido</h2>\n<ol>\n${sections.map(contentsItem).join('')}</ol>\n</nav>\n` +
    sections.map(sectionHtml).join('')
  );
}

function contentsItem({ id, title, level, page, inSource }: ReportSection): string {
  const aside = page === undefined ? (inSource ? '' : ' (agregado)') : ` (página ${page} del original)`;
  return `<li class="nivel-${level}"><a href="#${id}">${escaped(title)}</a>${aside}</li>\n`;
}

function sectionHtml({ id, title, level, blocks }: ReportSection): string {
  const heading = `h${level + 1}`;
  return `<section id="${id}">\n<${heading}>${escaped(title)}</${heading}>\n${blocks.map(blockHtml).join('')}</section>\n`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${textHtml(block.text)}</p>\n`;
    case 'warning':
      return `<p class="aviso">${textHtml(block.text)}</p>\n`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${textHtml(item)}</li>\n`).join('')}</ul>\n`;
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ caption, head, rows }: Extract<Block, { kind: 'table' }>): string {
  const headings = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const body = rows.map(([first = [], ...rest]) => {
    const cells = rest.map(
      (cell, index) => `<td data-label="${escaped(head[index + 1] ?? '')}">${textHtml(cell)}</td>`,
    );
    return `<tr><th scope="row">${textHtml(first)}</th>${cells.join('')}</tr>\n`;
  });
  return `<table>\n<caption>${escaped(caption)}</caption>\n<thead><tr>${headings}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table>\n`;
}

function textHtml(text: Text): string {
  return text.map(runHtml).join('');
}

function runHtml({ text, style }: Run): string {
  const said = escaped(text);
  if (style === 'strong') return `<strong>${said}</strong>`;
  if (style === 'missing') return `<em class="falta">${said}</em>`;
  return style === 'source' ? `<small>${said}</small>` : said;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE =
  'body{margin:0;background:#fbfaf7;color:#1c1b19;font:17px/1.5 "Source Sans 3",system-ui,sans-serif}' +
  'main{max-width:60rem;margin:0 auto;padding:2rem 1rem}' +
  'h1,h2,h3{font-family:Georgia,serif;line-height:1.2}h2{margin-top:3rem;border-top:1px solid #bbb5a8;padding-top:1rem}' +
  'h3{margin-top:2rem}p,ul,ol{max-width:70ch}a{color:#0b5f59}' +
  'table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:15px;line-height:1.4}' +
  'caption{text-align:left;font-weight:600;padding:.25rem 0}' +
  'th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-top:1px solid #ddd8cc}' +
  'tbody th{font-weight:400;min-width:9rem}small{color:#5d594f}.falta{color:#5d594f}.version code{overflow-wrap:anywhere}' +
  '.aviso{border-left:4px solid #a4492a;padding-left:.75rem}nav li.nivel-2{margin-left:1.5rem}' +
  '@media(max-width:40rem){thead{display:none}tr{display:block;padding:.5rem 0;border-top:1px solid #bbb5a8}' +
  'th,td{display:block;border:0;padding:.1rem 0}tbody th{font-weight:600}td::before{content:attr(data-label)": ";color:#5d594f}}' +
  '@media print{body{background:#fff;font-size:11pt}nav{break-after:page}table,p{break-inside:avoid-page}}';
