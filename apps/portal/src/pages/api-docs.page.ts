import type {
  DescribedOperation,
  DescribedParameter,
  OpenApiDocument,
} from '../../../api/src/openapi/open-api-document.js';
import type { Example } from '../../../api/src/openapi/operation.js';
import { table } from '../components/table.js';
import { fill, fillText } from '../fill.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { SiteView } from '../views.js';

export interface ApiDocsView {
  readonly site: SiteView;
  readonly document: OpenApiDocument;
}

/** The API to be read: each operation with its parameters, its answers and a command that asks it. */
export function apiDocsPage({ site, document }: ApiDocsView): string {
  const locale = localeOf(site.language);
  const { api: words, site: name } = locale.words;
  const title = fillText(name.title, { page: words.title, site: name.name });
  return frame(
    site,
    { title, description: words.description, path: '/api/docs' },
    html`<div class="opening">
<h1>${words.title}</h1>
<p class="lede">${words.lede}</p>
<p>${fill(words.machine, { link: html`<a href="${`/api/openapi.json?lang=${site.language}`}">/api/openapi.json</a>` })}</p>
</div>
${document.tags.map((tag) => section(tag, document, site, locale))}`,
  );
}

function section(
  { name, description }: OpenApiDocument['tags'][number],
  { paths }: OpenApiDocument,
  site: SiteView,
  locale: Locale,
): Html {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const own = operations.filter(({ operation }) => operation.tags.includes(name));
  return html`<section>
<h2>${description}</h2>
${own.map(({ path, method, operation }) => article(`${method} ${path}`, method, operation, site, locale))}
</section>`;
}

function article(
  title: string,
  method: string,
  operation: DescribedOperation,
  { origin }: SiteView,
  locale: Locale,
): Html {
  const { api: words } = locale.words;
  const { operationId, summary, security, parameters, responses } = operation;
  const [example] = operation['x-examples'];
  return html`<article id="${operationId}">
<h3><code>${title}</code></h3>
<p>${summary}${security.length > 0 && html` (${words.key})`}. ${words.answers}: ${Object.keys(responses).join(', ')}.</p>
${parameters.length > 0 && parameterTable(title, parameters, locale)}
${
  example &&
  html`<p>${words.example}:</p>
<pre><code>${commandOf(example, method, security.length > 0, origin)}</code></pre>`
}
</article>`;
}

function parameterTable(title: string, parameters: readonly DescribedParameter[], locale: Locale): Html {
  const { api: words } = locale.words;
  return table({
    caption: `${words.parameters}: ${title}`,
    columns: [words.parameter, words.where, words.form, words.meaning].map((label) => ({ label })),
    rows: parameters.map(({ name, in: where, required, schema, description = '' }) => [
      html`<code>${name}</code>`,
      words[where],
      formOf(schema, locale),
      [description, required && words.required].filter(Boolean).join(' '),
    ]),
  });
}

interface Form {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
}

function formOf(schema: Form, { words: { api: words } }: Locale): string {
  const { type, minimum: min, maximum: max } = schema;
  const kind = schema.enum
    ? fillText(words.oneOf, { list: schema.enum.join(', ') })
    : type === 'integer'
      ? words.number
      : type === 'boolean'
        ? words.flag
        : words.text;
  return [
    kind,
    min !== undefined && max !== undefined && fillText(words.from, { min: String(min), max: String(max) }),
    schema.default !== undefined && fillText(words.default, { value: String(schema.default) }),
  ]
    .filter(Boolean)
    .join('; ');
}

function commandOf({ url, headers = {}, body }: Example, method: string, isKeyed: boolean, origin: string): string {
  const parts = [
    'curl',
    method !== 'GET' && body === undefined && `-X ${method}`,
    isKeyed && `-H "Authorization: Bearer $C7_LLAVE"`,
    ...Object.entries(headers).map(([name, value]) => `-H "${name}: ${value}"`),
    body !== undefined && '--data-binary @contratos.csv',
    `"${origin}${url}"`,
  ];
  return parts.filter(Boolean).join(' ');
}
