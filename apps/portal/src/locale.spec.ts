import { codeLabel, localeOf } from './locale.js';
import en from './locales/en.json' with { type: 'json' };
import es from './locales/es.json' with { type: 'json' };
import deskEn from './desk/words/en.json' with { type: 'json' };
import deskEs from './desk/words/es.json' with { type: 'json' };
import trackerEn from './tracker/words/en.json' with { type: 'json' };
import trackerEs from './tracker/words/es.json' with { type: 'json' };

function leavesOf(node: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, child]) => leavesOf(child, `${path}/${key}`));
}

const holesOf = (text: string) => (text.match(/\{[a-zA-Z]+\}/g) ?? []).toSorted().join();

describe('the two languages', () => {
  const spanish = [...leavesOf(es), ...leavesOf(deskEs, '/desk'), ...leavesOf(trackerEs, '/tracker')];
  const english = new Map([...leavesOf(en), ...leavesOf(deskEn, '/desk'), ...leavesOf(trackerEn, '/tracker')]);

  it('say the same things', () => {
    expect([...english.keys()]).toEqual(spanish.map(([path]) => path));
  });

  it('leave nothing empty', () => {
    expect([...spanish, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same holes to fill, but where "one" is a word', () => {
    const differing = spanish.filter(
      ([path, text]) => !path.endsWith('/one') && holesOf(text) !== holesOf(english.get(path) ?? ''),
    );
    expect(differing).toEqual([]);
  });

  it('label codes, and show an unknown code as it came', () => {
    expect(codeLabel(localeOf('es'), 'procurementMethod', 'direct')).toBe('Adjudicación directa');
    expect(codeLabel(localeOf('en'), 'tag', 'contractAmendment')).toBe('Contract amendment');
    expect(codeLabel(localeOf('es'), 'role', 'hazlotodo')).toBe('hazlotodo');
    expect(codeLabel(localeOf('es'), 'role', 'constructor')).toBe('constructor');
  });
});
