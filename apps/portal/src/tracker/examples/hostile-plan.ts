import type { MeasuredPageView } from '../tracker-page-view.js';

/** How text begins that a spreadsheet would calculate. */
const SIGNS = ['=', '+', '-', '@', '\t=', '\r='];

const REST =
  `HYPERLINK("http://x.example")"'\`><img src=x onerror=alert(1)><script>alert(1)</script></title></textarea>` +
  `</style><!--{names}]]>&lt;b&gt;|\u0000\u0008\u001B\uFFFF;,\\\r\nEND:VEVENT\n\n# titulo\n\n| a | b |\n- uno\n> dos\u2028`;

/** Free text without a blank in it. */
const TEXTS: ReadonlySet<string> = new Set(
  'title shortTitle name shortName text place locator quote note reason fileName municipality proves target'.split(' '),
);

/** A view whose every free text is markup, a formula, control characters and line breaks; ids, codes and dates stay. */
export function hostileView(view: MeasuredPageView): MeasuredPageView {
  let count = 0;
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return isText(value, key) ? SIGNS[count++ % SIGNS.length]! + REST : address(value, key);
    if (Array.isArray(value)) return value.map((part: unknown) => poison(part, key));
    if (typeof value !== 'object' || value === null || key === 'nulls') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, poison(part, name)]));
  };
  return {
    ...view,
    tracker: poison(view.tracker, '') as MeasuredPageView['tracker'],
    plans: poison(view.plans, '') as MeasuredPageView['plans'],
  };
}

function isText(value: string, key: string): boolean {
  return /\s/.test(value) || (TEXTS.has(key) && !/^[a-z0-9][a-z0-9_.-]*$/.test(value));
}

function address(value: string, key: string): string {
  return key === 'url' ? `javascript:alert(1)//"><script>alert(1)</script>` : value;
}
