import type { Programme, ProgrammeSite } from '../../model/activity.js';
import type { Block, Text } from '../report-document.js';
import { grouped, missing, sourceRun, strong } from '../words.js';
import { counted, field, fieldTable, figure, nameOf, paragraph, remarksOn, type Writing } from '../writing.js';
import { eventBlocks } from './events.js';

/** A programme: purpose, sites with their topics and proposals, its events, components and what is unknown of it. */
export function programmeSection(writing: Writing, id: string | undefined): readonly Block[] {
  const programme = writing.plan.programmes.find((one) => one.id === id);
  if (!programme) return [paragraph(missing('no_aplica'))];
  const sites = writing.plan.programmeSites.filter((one) => one.programme === id);
  const components = writing.plan.programmeComponents.filter((one) => one.programme === id);
  const events = writing.plan.events.filter((one) => one.programme === id && one.partOf === undefined);
  return [
    about(writing, programme),
    ...siteBlocks(writing, sites),
    ...events.flatMap((event) => eventBlocks(writing, event)),
    paragraph(
      `Componentes: ${counted(writing, `${programme.id}/components`, 'Componentes de LIIGA', components.length)}. El costo de cada uno: `,
      missing('no_reportado'),
      '.',
    ),
    {
      kind: 'list',
      items: components.map(({ title, parts = [], from }) => [
        { text: parts.length === 0 ? title : `${title}: ${parts.join(', ')}` },
        sourceRun(from),
      ]),
    },
    ...remarksOn(writing, [programme.id, ...[sites, components, events].flat().map((one) => one.id)]),
  ];
}

function about(writing: Writing, programme: Programme): Block {
  const { name, shortName, aliases = [], lead, purpose, funding, finalPhase, productFates = [] } = programme;
  return fieldTable(shortName ?? name, [
    ['Nombre', [{ text: name }, sourceRun(programme.from)]],
    ['También llamado', [{ text: aliases.join('; ') }]],
    ['A cargo de', [{ text: lead === undefined ? '' : nameOf(writing, lead) }]],
    ['Propósito', [{ text: purpose ?? '' }]],
    ['Recursos', [{ text: funding ?? '' }]],
    ['Última fase, según la fuente', [{ text: finalPhase ?? '' }]],
    ['Destino de los productos', [{ text: productFates.join('. ') }]],
    ['Costo', figure(writing, programme, 'cost', `${shortName ?? name}: costo`)],
    ['Participantes', figure(writing, programme, 'participants', `${shortName ?? name}: participantes`)],
    ['Productos', field(programme, 'products', undefined)],
    ['Entrega de los productos', field(programme, 'delivery', undefined)],
  ]);
}

function siteBlocks(writing: Writing, sites: readonly ProgrammeSite[]): readonly Block[] {
  const count = (id: string, label: string, value: number) => counted(writing, `sites/${id}`, label, value);
  const sum = (numberOf: (site: ProgrammeSite) => number) => sites.reduce((total, site) => total + numberOf(site), 0);
  const reported = sites.filter(({ workshops }) => workshops !== undefined).length;
  const tally = [
    `${count('count', 'Municipios sede', sites.length)} municipios`,
    `${count(
      'topics',
      'Temas, sumados los de cada municipio',
      sum(({ topics }) => topics.length),
    )} temas`,
    `${count(
      'proposals',
      'Propuestas reportadas',
      sum(({ proposals = [] }) => proposals.length),
    )} propuestas`,
    `${grouped(sum(({ workshops }) => workshops?.value ?? 0))} talleres reportados en ${reported} de ${sites.length} municipios`,
  ];
  count(
    'workshops',
    'Talleres reportados',
    sum(({ workshops }) => workshops?.value ?? 0),
  );
  const rows = sites.map((site) => siteRow(writing, site));
  const head = ['Municipio', 'Talleres', 'Temas', 'Preocupación principal', 'Propuestas'];
  return [
    paragraph(strong('Sedes. '), `${tally.join('; ')}.`),
    { kind: 'table', caption: 'Sedes del laboratorio', head, rows },
  ];
}

function siteRow(writing: Writing, site: ProgrammeSite): readonly Text[] {
  const { municipality, topics, topicsIncomplete, mainConcern, proposals, proposalsIncomplete } = site;
  const some = (incomplete: boolean | undefined) => (incomplete ? ' (la fuente dice que hay más)' : '');
  return [
    [{ text: municipality }],
    figure(writing, site, 'workshops', `Talleres en ${municipality}`),
    [{ text: `${topics.length}: ${topics.join(', ')}${some(topicsIncomplete)}` }],
    field(site, 'mainConcern', mainConcern),
    field(site, 'proposals', proposals && `${proposals.join('; ')}${some(proposalsIncomplete)}`),
  ];
}
