import { loadPlan } from './load-plan.js';

const FROM = 'from: { source: s1, kind: textual }';

const FILES = {
  'sources.yaml': `items: [{ id: s1, title: T, ${FROM}, nulls: { publishedOn: desconocido, url: desconocido } }]`,
  'plans.yaml': `
items:
  - id: p1
    name: Plan
    shortName: P
    level: local
    status: aprobado
    period: 2017
    ${FROM}
    nulls: { approvedOn: pendiente, approvedIn: pendiente, implementationFrom: pendiente, finalReportSession: pendiente, framework: pendiente, body: pendiente }
`,
};

function load(files: Record<string, string>) {
  return loadPlan(Object.entries({ ...FILES, ...files }).map(([name, text]) => ({ name, text })));
}

function faultsOf(files: Record<string, string>): readonly string[] {
  return load(files).faults.map(({ code, file, place, message }) => `${code} ${file} ${place} ${message.es}`);
}

describe('loadPlan', () => {
  it('reads partial dates as the days they may be', () => {
    expect(load({}).plan?.plans[0]?.period).toEqual({
      earliest: '2017-01-01',
      latest: '2017-12-31',
      precision: 'year',
    });
  });

  it('takes what the file has by default, but not a reason for what has a value', () => {
    const channels = `
defaults: { ${FROM}, nulls: { followers: perdido_imagen, posts: perdido_imagen, reach: perdido_imagen } }
items: [{ id: fb, kind: red_social, name: Facebook, posts: { value: 3, qualifier: exact, measure: meetings } }]
`;
    expect(load({ 'channels.yaml': channels }).plan?.channels[0]).toMatchObject({
      from: { source: 's1' },
      nulls: { followers: 'perdido_imagen', reach: 'perdido_imagen' },
    });
  });

  it.each([
    ['broken YAML', 'people.yaml', 'items: [', /^SYNTAX people.yaml {2}El archivo no es YAML: YAMLParseError/],
    ['a kind that is unknown', 'heroes.yaml', 'items: []', /^KIND heroes.yaml {2}No hay una clase/],
    ['no list of items', 'people.yaml', 'persons: []', /^FORM people.yaml items/],
    [
      'a member that is unknown',
      'people.yaml',
      `items: [{ id: a, name: A, position: B, phone: 1, ${FROM} }]`,
      /^FORM people.yaml items\/0 .*sobra «phone»/,
    ],
    [
      'no source',
      'people.yaml',
      'items: [{ id: a, name: A, position: B, from: { kind: textual } }]',
      /^FORM people.yaml items\/0\/from .*falta «source»/,
    ],
    [
      'a code that is unknown',
      'organisations.yaml',
      `items: [{ id: o, name: O, sector: militar, ${FROM} }]`,
      /^CODE organisations.yaml items\/0\/sector El código «sector»/,
    ],
    [
      'a reference to nothing',
      'people.yaml',
      `items: [{ id: a, name: A, position: B, organisation: nadie, ${FROM} }]`,
      /^REFERENCE people.yaml items\/0\/organisation No hay «nadie» en organisations/,
    ],
    [
      'an id that is there already',
      'people.yaml',
      `items: [{ id: s1, name: A, position: B, ${FROM} }]`,
      /^DUPLICATE people.yaml items\/0\/id El identificador «s1»/,
    ],
    [
      'a day that does not exist',
      'documents.yaml',
      `items: [{ id: d, title: D, url: x, date: 2017-02-30, ${FROM} }]`,
      /^DATE documents.yaml items\/0\/date «"2017-02-30"» no es una fecha/,
    ],
    [
      'an absence without reason',
      'documents.yaml',
      `items: [{ id: d, title: D, url: x, ${FROM} }]`,
      /^REASON_MISSING documents.yaml items\/0 Falta «date»/,
    ],
    [
      'a reason for what is there',
      'documents.yaml',
      `items: [{ id: d, title: D, url: x, date: 2017, nulls: { url: pendiente }, ${FROM} }]`,
      /^REASON_FOR_VALUE documents.yaml items\/0 «url»/,
    ],
    [
      '«completo» without evidence',
      'assessments.yaml',
      `items: [{ id: a1, lane: autoevaluacion, stage: final, assessor: X, completion: completo, ${FROM} }]`,
      /^COMPLETE_WITHOUT_EVIDENCE assessments.yaml items\/0/,
    ],
  ])('refuses %s, saying where', (_, file, text, expected) => {
    const faults = faultsOf({ [file]: text });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(expected);
  });

  it('tells a remedy in both languages with every fault', () => {
    const { faults } = load({ 'heroes.yaml': '' });
    expect(faults[0]?.remedy.es).toMatch(/guiones/);
    expect(faults[0]?.remedy.en).toMatch(/hyphens/);
  });
});
