import { labelOf } from '../../model/enumerations.js';
import type { AnnualReport } from '../../model/record.js';
import { lanesOf } from '../../rules/lanes.js';
import { completenessOf } from '../../seed/completeness.js';
import type { Block } from '../report-document.js';
import { capitalised, dateWords, missing, sourceRun, strong } from '../words.js';
import { counted, field, fieldTable, nameOf, paragraph, type Writing } from '../writing.js';

/** What the report says in its own voice, who signs it, and what is known of the plan by lane. */
export function presentation(writing: Writing, report: AnnualReport | undefined): readonly Block[] {
  return [
    ...statements(writing),
    ...overview(writing),
    ...completeness(writing),
    ...(report ? [signature(writing, report)] : []),
  ];
}

function statements({ plan }: Writing): readonly Block[] {
  return plan.statements.map(({ text, missing: what, from }) => ({
    kind: 'paragraph',
    text: [
      { text },
      ...(what === undefined ? [] : [{ text: ` ${what}: ` }, missing('no_reportado'), { text: '.' }]),
      sourceRun(from),
    ],
  }));
}

function overview(writing: Writing): readonly Block[] {
  const { plan } = writing;
  const { name } = plan.plans[0]!;
  const lanes = plan.commitments.map(({ id }) => lanesOf(plan, id, writing.measurements.get(id)));
  const complete = lanes.filter(({ declared }) => declared.declaration?.completion === 'completo').length;
  const assessed = lanes.filter(({ assessed: said }) => said.some(({ stage }) => stage === 'final')).length;
  const count = (id: string, label: string, value: number) => counted(writing, `plan/${id}`, label, value);
  const total = count('commitments', 'Compromisos del plan', lanes.length);
  return [
    paragraph(strong('El plan en cifras. '), `${name}: ${total} compromisos.`),
    {
      kind: 'list',
      items: [
        [
          strong('Declarado: '),
          {
            text: `${count('declared-complete', 'Compromisos que se declaran completos', complete)} de ${total} se declaran completos.`,
          },
        ],
        [
          strong('Evaluado: '),
          {
            text: `${count('assessed', 'Compromisos con evaluación definitiva', assessed)} de ${total} tienen una evaluación independiente definitiva en esta plataforma.`,
          },
        ],
        [
          strong('Medido: '),
          {
            text: `${count('measured', 'Compromisos medidos', writing.measurements.size)} de ${total} tienen medición en esta versión.`,
          },
        ],
        [
          strong('Evidencia: '),
          { text: `${count('evidence', 'Evidencias en esta plataforma', plan.evidence.length)} en esta plataforma.` },
        ],
      ],
    },
  ];
}

function completeness(writing: Writing): readonly Block[] {
  const { expected, reported, missing: absent } = completenessOf(writing.plan);
  const share = Math.round((100 * reported) / expected);
  const reasons = Object.entries(absent)
    .toSorted(([, one], [, other]) => other - one)
    .map(([reason, count]) => `${labelOf('nullReason', reason as keyof typeof absent).es.toLowerCase()}, ${count}`);
  counted(writing, 'plan/expected-fields', 'Datos esperados', expected);
  counted(writing, 'plan/reported-fields', 'Datos reportados', reported);
  return [
    paragraph(
      strong('Qué tan completo es. '),
      `Se reportan ${reported} de ${expected} datos esperados (${share} %). De los que faltan: ${reasons.join('; ')}.`,
    ),
  ];
}

function signature(writing: Writing, report: AnnualReport): Block {
  const { signedBy, signedAs = '', publishedOn } = report;
  return fieldTable('Firma del informe', [
    [
      'Firma',
      signedBy === undefined
        ? field(report, 'signedBy', undefined)
        : [
            { text: `${nameOf(writing, signedBy)}, ${signedAs}` },
            sourceRun(report.fieldFrom['signedBy'] ?? report.from),
          ],
    ],
    ['Fecha de publicación', field(report, 'publishedOn', publishedOn && dateWords(publishedOn))],
    ...(report.notes ?? []).map((note): readonly [string, [{ text: string }]] => [
      'Nota',
      [{ text: capitalised(note) }],
    ]),
  ]);
}
