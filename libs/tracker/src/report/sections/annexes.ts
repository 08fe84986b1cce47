import { labelOf } from '../../model/enumerations.js';
import type { Measurement } from '../../rules/lanes.js';
import type { Block, ReportFigure, ReportSection, Text } from '../report-document.js';
import { dateWords, dayWords, grouped, missing, sourceRun, strong } from '../words.js';
import { counted, field, paragraph, titleOf, type Writing } from '../writing.js';

/** What this platform adds after the sections of the source. */
export function annexes(writing: Writing): readonly ReportSection[] {
  const of = (id: string, title: string, write: (writing: Writing) => readonly Block[]): ReportSection => ({
    id,
    title,
    level: 1,
    inSource: false,
    blocks: write({ ...writing, section: id }),
  });
  return [
    of('medicion', 'Medición de los compromisos', measurements),
    of('evaluacion', 'Evaluación independiente y réplica', assessments),
    of('reprogramaciones', 'Reprogramaciones', reschedules),
    of('otras-fuentes', 'Lo que dicen otras fuentes', others),
    of('inconsistencias', 'Inconsistencias abiertas', issues),
    of('evidencias', 'Anexo de evidencias', evidence),
    of('cifras', 'Cifras de este informe', ({ figures }) => [figureTable(figures)]),
  ];
}

function measurements({ plan, measurements: measured }: Writing): readonly Block[] {
  const named = plan.commitments.filter(({ measured: can, id }) => can || measured.has(id));
  if (named.length === 0) return [paragraph('Ningún compromiso de este plan se mide con datos de esta plataforma.')];
  return named.flatMap(({ id, number, shortTitle, title }): Block[] => {
    const found = measured.get(id);
    const head = strong(`Compromiso ${number}, ${shortTitle ?? title}. `);
    if (!found)
      return [
        paragraph(
          head,
          { text: 'Sin medición en esta versión.', style: 'missing' },
          ' El informe de la fuente no trae ninguna; la que calcula la plataforma con los datos publicados se agrega cuando se genera sobre ellos.',
        ),
      ];
    const rows = found.figures.map(({ label, value, note = '', url = '' }): readonly Text[] => [
      [{ text: label }],
      [{ text: value }],
      [{ text: [note, url].filter(Boolean).join(' ') }],
    ]);
    const caption = `Medición al ${found.on}`;
    const verdict =
      found.completion === undefined
        ? 'Medido, sin meta fijada: ninguna sesión ha fijado umbrales.'
        : labelOf('completion', found.completion).es;
    return [
      paragraph(head, verdict),
      ...ruled(found),
      { kind: 'table', caption, head: ['Indicador', 'Valor', 'Cómo se calcula'], rows },
    ];
  });
}

/** Each measured meta with its rule, the session that fixed it and what it says. */
function ruled({ metas = [] }: Measurement): readonly Block[] {
  if (metas.length === 0) return [];
  const rows = metas.map(({ title, outcome, rule }): readonly Text[] => {
    if (outcome === undefined || !rule) return [[{ text: title }], [{ text: 'Sin regla' }], [], []];
    const { label, threshold, value, sessionName, since, formula, url, datasetHash } = rule;
    return [
      [{ text: title }],
      [{ text: `${label}: ${threshold}. La fijó la sesión ${sessionName}, desde el ${dayWords(since)}` }],
      [strong(labelOf('ruleOutcome', outcome).es), { text: `: ${value}` }],
      [{ text: `${formula} ${url} Datos: ${datasetHash}` }],
    ];
  });
  return [{ kind: 'table', caption: 'Metas medidas', head: ['Meta', 'Regla', 'Qué dice', 'Cómo se calcula'], rows }];
}

function assessments({ plan }: Writing): readonly Block[] {
  const list = plan.assessments.filter(({ lane }) => lane !== 'autoevaluacion');
  if (list.length === 0) return [paragraph('No hay evaluaciones independientes registradas.')];
  const rows = list.map((one): readonly Text[] => {
    const commitment = plan.commitments.find(({ id }) => id === one.commitment);
    const document = plan.documents.find(({ id }) => id === one.document);
    return [
      [{ text: labelOf('lane', one.lane).es }],
      [{ text: commitment ? `Compromiso ${commitment.number}` : 'Todo el plan' }],
      one.completion ? [{ text: labelOf('completion', one.completion).es }] : field(one, 'completion', undefined),
      [
        {
          text: [one.assessor, document?.title, document?.date && dateWords(document.date), document?.restriction]
            .filter(Boolean)
            .join('. '),
        },
      ],
      one.reply
        ? [{ text: `${labelOf('replyAgreement', one.reply.agrees).es}: ${one.reply.text}` }]
        : [{ text: 'Sin réplica' }],
    ];
  });
  return [{ kind: 'table', caption: 'Evaluaciones', head: ['Carril', 'De qué', 'Qué dice', 'Quién', 'Réplica'], rows }];
}

function reschedules({ plan }: Writing): readonly Block[] {
  const moved = plan.milestones.filter(
    ({ originalDue, currentDue }) => currentDue && currentDue.latest !== originalDue?.latest,
  );
  if (moved.length === 0) return [paragraph('Ninguna registrada.')];
  const rows = moved.map(({ title, originalDue, currentDue }): readonly Text[] => [
    [{ text: title }],
    originalDue ? [{ text: dateWords(originalDue) }] : [missing('no_reportado')],
    [{ text: dateWords(currentDue!) }],
  ]);
  return [{ kind: 'table', caption: 'Reprogramaciones', head: ['Meta', 'Fecha original', 'Fecha vigente'], rows }];
}

function others(writing: Writing): readonly Block[] {
  const { assertions, sources } = writing.plan;
  if (assertions.length === 0) return [paragraph('Ninguna registrada.')];
  const publishers = new Map(sources.map(({ id, publisher, title }) => [id, publisher ?? title]));
  const rows = assertions.map(({ about, text, certainty, from }): readonly Text[] => [
    [{ text: titleOf(writing, about) }],
    [{ text: certainty === undefined ? text : `${text} (${certainty})` }],
    [{ text: publishers.get(from.source) ?? from.source }],
  ]);
  return [
    paragraph('Se muestran aparte y no sustituyen lo que dice la fuente.'),
    { kind: 'table', caption: 'Otras fuentes', head: ['De qué', 'Qué dice', 'Quién lo dice'], rows },
  ];
}

function issues(writing: Writing): readonly Block[] {
  const open = writing.plan.dataIssues.filter(({ status }) => status === 'abierta');
  if (open.length === 0) return [paragraph('Ninguna.')];
  const count = counted(writing, 'issues/open', 'Inconsistencias abiertas', open.length);
  const rows = open.map(({ number, text, severity, where }): readonly Text[] => [
    [{ text: number }],
    [{ text }],
    [{ text: where }],
    [{ text: labelOf('issueSeverity', severity).es }],
  ]);
  return [
    paragraph(
      `${count} inconsistencias abiertas. Se muestran y no se corrigen en silencio: resolver una lleva motivo y queda en el registro.`,
    ),
    { kind: 'table', caption: 'Inconsistencias', head: ['N.º', 'Qué no concuerda', 'Dónde', 'Gravedad'], rows },
  ];
}

function evidence({ plan }: Writing): readonly Block[] {
  if (plan.evidence.length === 0)
    return [
      paragraph(
        'Ninguna evidencia en esta plataforma. Lo declarado se declaró en el informe de la fuente, sin evidencia en el documento.',
      ),
    ];
  const rows = plan.evidence.map(({ title, kind, proves, url = '', sha256 = '', from }): readonly Text[] => [
    [{ text: title }, sourceRun(from)],
    [{ text: labelOf('evidenceKind', kind).es }],
    [{ text: proves }],
    [{ text: [url, sha256].filter(Boolean).join(' · ') }],
  ]);
  return [
    { kind: 'table', caption: 'Evidencias', head: ['Evidencia', 'Clase', 'Qué prueba', 'Dirección y huella'], rows },
  ];
}

function figureTable(figures: readonly ReportFigure[]): Block {
  const rows = figures.map(({ label, value, qualifier, measure, reason, locator }): readonly Text[] => [
    [{ text: label }],
    value === null
      ? [missing((reason ?? 'no_reportado') as 'no_reportado')]
      : [{ text: `${qualifier === 'at_least' ? 'al menos ' : ''}${grouped(value)}${measure === 'MXN' ? ' MXN' : ''}` }],
    [{ text: locator ?? (value === null ? '' : 'Contada aquí'), style: 'source' }],
  ]);
  return { kind: 'table', caption: 'Cifras', head: ['Cifra', 'Valor', 'Lugar en la fuente'], rows };
}
