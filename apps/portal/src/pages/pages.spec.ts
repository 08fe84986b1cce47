import { inventedHome } from '../examples/invented-home.js';
import {
  inventedEmptySearch,
  inventedErrors,
  inventedProcess,
  inventedSearch,
  inventedSite,
  inventedUntidyProcess,
} from '../examples/invented-views.js';
import { textOf } from '../examples/text-of.js';
import { tellProcess } from '../story/process-story.js';
import { errorPage } from './error.page.js';
import { homePage } from './home.page.js';
import { processPage } from './process.page.js';
import { searchPage } from './search.page.js';

describe('the home page', () => {
  const read = textOf(homePage(inventedHome()));

  it('leads with the finding and counts what there is', () => {
    expect(read).toContain('1,498 millones de pesos contratados en los procedimientos de 2024');
    expect(read).toContain('1,243 procedimientos de 38 compradores con 702 proveedores, en 5,210 publicaciones.');
    expect(read).toContain('Última actualización: 10 sep 2024.');
  });

  it('shows sums of two currencies apart, and what is not known', () => {
    expect(read).toContain('2024 312 41 $1,540,700,000.00 MXN 52,000.00 USD $1,498,200,000.50 MXN');
    expect(read).toContain('2023 931 No disponible No disponible No disponible');
  });

  it('tells the year in four figures that lead to their rows', () => {
    expect(read).toContain(
      'El año 2024 en cuatro cifras 312 procedimientos 1,498 millones de pesos contratados, en 207 procedimientos ' +
        '52,000.00 USD contratados, en un procedimiento 13 % por adjudicación directa: 41 procedimientos ' +
        '702 proveedores ganaron alguna adjudicación',
    );
    expect(homePage(inventedHome())).toContain('<a href="/procesos?year=2024&amp;method=direct">');
  });

  it('says what was awarded this week, or in the last one in which anything was', () => {
    expect(read).toContain('Fallos de esta semana Del 2 sep 2024 al 8 sep 2024.');
    const awarded = { ...inventedHome().awarded!, current: false };
    expect(textOf(homePage({ ...inventedHome(), awarded }))).toContain(
      'Los fallos más recientes Semana del 2 sep 2024 al 8 sep 2024, la última con fallos publicados.',
    );
  });

  it('tells the state of the commitment in three lanes, and leads to it', () => {
    expect(read).toMatch(/El compromiso 7, hoy Declarado .+ Evaluado .+ Medido /);
    expect(homePage(inventedHome('en'))).toMatch(/href="\/en\/compromisos\/\d+"/);
  });

  it('says that nothing is open, and that nothing was received yet', () => {
    const empty = { processes: 0, releases: 0, buyers: 0, suppliers: 0 };
    const none = textOf(
      homePage({ ...inventedHome(), counts: empty, open: [], latest: [], years: [], year: undefined }),
    );
    expect(none).toContain('Ninguna licitación publicada está abierta hoy.');
    expect(none).toContain('Todavía no se ha recibido ningún archivo.');
  });

  it('says nothing about a demonstration when the data is real', () => {
    expect(homePage({ ...inventedHome(), site: { ...inventedSite(), demo: false } })).not.toContain('demostración');
  });
});

describe('who is named in a process', () => {
  const named = tellProcess(inventedProcess().release, []);
  const won = named.deals.flatMap(({ award }) => award?.suppliers ?? [])[0]!;
  const parties = [
    { side: 'buyer', name: named.buyer!, id: 'DEP-9' },
    { side: 'supplier', name: won, id: 'MX-RFC-AAA010101AAA' },
  ] as const;

  it('leads to the page of the buyer and of who won, in the language of the page', () => {
    const page = processPage({ ...inventedProcess('en'), parties });
    expect(page).toContain('<span><a href="/en/compradores/DEP-9">');
    expect(page.match(/href="\/en\/proveedores\/MX-RFC-AAA010101AAA"/g)!.length).toBeGreaterThan(1);
  });

  it('is only a name where there is no page', () => {
    expect(processPage(inventedProcess())).not.toMatch(/href="\/(compradores|proveedores)\//);
  });
});

describe('where a process comes from', () => {
  it('names whom to tell of an error, or says that nobody is named', () => {
    const named = inventedProcess();
    expect(textOf(processPage(named))).toContain(
      'Para señalar un error: Unidad de Transparencia · transparencia@parques.example.',
    );
    const { contact: _, ...publisher } = named.publisher!;
    expect(textOf(processPage({ ...named, publisher }))).toContain('El publicador no registró un contacto');
  });
});

describe('the result list', () => {
  const page = searchPage(inventedSearch());

  it('says how many, and that it stopped counting', () => {
    expect(textOf(page)).toContain('Más de 10,000 procedimientos con «árboles»');
    expect(textOf(page)).toContain('Del 26 al 28');
  });

  it('keeps the filters in a new query and offers to take them off', () => {
    expect(page).toContain('<input type="hidden" name="tipo" value="open">');
    expect(page).toContain('aria-label="Quitar el filtro Tipo de procedimiento: Licitación pública"');
  });

  it('labels codes in facets and gives their counts', () => {
    expect(textOf(page)).toMatch(/Etapa Licitación 12 Contratación 1,204 .*Licitación pública \(elegido\) 3,120/);
  });

  it('does without facets, pages and sorting', () => {
    const { site, query, rows, total } = inventedSearch();
    const bare = searchPage({ site, query, rows, total });
    expect(bare).not.toContain('class="facets"');
    expect(bare).not.toContain('class="pager"');
  });

  it('helps when nothing is found', () => {
    const none = textOf(searchPage({ site: inventedSite(), query: 'unicornio', rows: [], total: { value: 0 } }));
    expect(none).toContain('Ningún procedimiento con «unicornio»');
    expect(none).toContain('Probar con menos palabras');
  });

  it('offers what finds something: mended words, who is called like that, one filter less', () => {
    const none = searchPage(inventedEmptySearch());
    expect(textOf(none)).toContain('Tal vez: uniforme (12 procedimientos)');
    expect(textOf(none)).toContain('Unicornio Textil, S.A. de C.V. (proveedor, 3 procedimientos)');
    expect(textOf(none)).toContain('Sin «Año: 2024» (1 procedimiento)');
    expect(none).toContain('<a href="/proveedores?q=unicornio">Proveedores</a>');
  });

  it('stays out of search engines once something was searched, and links its English twin', () => {
    expect(page).toContain('<meta name="robots" content="noindex, follow">');
    expect(page).toContain('hreflang="en" href="https://compromiso7.example/en/procesos?q=%C3%A1rboles"');
  });
});

describe('the process page', () => {
  const page = processPage(inventedProcess());
  const read = textOf(page);

  it('says by its own clock how late a process came, where the publication is dated long before', () => {
    const view = inventedProcess();
    const late = { ...view, releases: view.releases.map((one) => ({ ...one, receivedAt: '2025-06-30T12:00:00Z' })) };
    expect(textOf(processPage(late))).toContain(
      'Publicado 23 días después del fallo. En esta plataforma, 396 días después, por su propio reloj.',
    );
  });

  it('says where it stands, how late it was published, who won and for how much', () => {
    expect(read).toContain(
      'En ejecución. Publicado 23 días después del fallo. Ganó Viveros del Lago, S.A. de C.V., por $2,318,840.00 MXN (2.3 millones de pesos).',
    );
  });

  it('tells the five stages with the days between', () => {
    expect(read).toContain('Adjudicación 24 días desde la licitación Fallo 30 may 2024');
    expect(read).toContain(
      'Contratación 15 días desde la adjudicación Firma 14 jun 2024 Vigencia del 14 jun 2024 al 31 dic 2024',
    );
  });

  it('gives every amount its stage and says where IVA is known', () => {
    expect(read).toContain('Contratado $2,318,840.00 MXN con IVA 2.3 millones de pesos Un contrato.');
    expect(read).toContain('Presupuesto $2,500,000.00 MXN 2.5 millones de pesos Un presupuesto.');
  });

  it('masks the RFC of a natural person and keeps the one of a company', () => {
    expect(page).not.toContain('PEJL800101AB1');
    expect(read).toContain('Lirio Pérez Jacinto Sin adjudicación [RFC protegido]');
    expect(read).toContain('RFC VLA010203AB1');
  });

  it('links its data and the data of each release', () => {
    expect(page).toContain('href="/api/v1/records/ocds-000000-LPL-014-2024"');
    expect(page).toContain('href="/api/v1/releases/ocds-000000-LPL-014-2024/r2"');
  });

  it('shows the file it came from and the place in it', () => {
    expect(read).toContain('contratos-2024-t2.xlsx Hoja «Licitaciones», fila 9 2024-06-23');
  });

  it('says what the source left out or muddled', () => {
    const untidy = textOf(processPage(inventedUntidyProcess()));
    expect(untidy).toContain('Procedimiento ocds-000000-AD-7, sin título en la fuente');
    expect(untidy).toContain('Comprador no reportado');
    expect(untidy).toContain('La publicación lleva una fecha anterior a la del fallo');
    expect(untidy).toContain('La suma deja fuera adjudicaciones que vienen sin monto.');
    expect(untidy).toContain(
      'La fuente rotula este procedimiento en «Contratación»; por su contenido llega a «Implementación».',
    );
    expect(untidy).toContain('Adjudicación directa: sin periodo de propuestas.');
    expect(untidy).toContain('señalan 8 puntos por corregir. Aquí van 6;');
    expect(untidy).toContain('No se conserva el archivo de origen');
  });

  it('speaks English under /en', () => {
    const english = processPage(inventedProcess('en'));
    expect(textOf(english)).toContain('Under way. Published 23 days after the award. Won by Viveros del Lago');
    expect(english).toContain(
      '<link rel="canonical" href="https://compromiso7.example/en/procesos/ocds-000000-LPL-014-2024">',
    );
    expect(english).toContain('hreflang="es-MX" href="https://compromiso7.example/procesos/ocds-000000-LPL-014-2024"');
  });
});

describe('pages instead of the one asked for', () => {
  const [missing = '', bad = '', withdrawn = ''] = inventedErrors().map((view) => textOf(errorPage(view)));

  it('say what is wrong and where to go', () => {
    expect(missing).toContain('Aquí no hay nada publicado');
    expect(bad).toContain('Detalle: El año «dosmil» no es un número.');
  });

  it('keep the reason of a withdrawal', () => {
    expect(withdrawn).toContain(
      'Retirado el 1 ago 2024 por Secretaría de los Ríos. Motivo: Se publicó dos veces con números distintos.',
    );
  });
});
