import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { lanesOf, periodOf } from '#tracker';
import { addComment, localDay, readTracker, type TrackingDependencies } from '#tracking';
import { openTestApp } from '../../open-test-app.js';
import { addPerson, as } from '../access/people.js';
import { openTestPlatform, type TestPlatform } from '../../open-test-platform.js';
import { type Answered, type DeskClient, deskClient, faultsOf } from './desk-client.js';
import { addCast, addMilestone, type Cast, dependenciesAt, PLAN } from './people.js';

let test: TestPlatform;
let app: NestFastifyApplication;
let cast: Cast;
let tracking: TrackingDependencies;
const desk = {} as Record<keyof Cast, DeskClient>;

beforeAll(async () => {
  test = await openTestPlatform();
  cast = await addCast(test.platform.dataSource);
  tracking = dependenciesAt(test.platform, { day: TODAY });
  app = await openTestApp(test.platform);
  await app.listen(0, '127.0.0.1');
  for (const role of Object.keys(cast) as (keyof Cast)[])
    desk[role] = await deskClient(app, test.platform.dataSource, cast[role], PLAN);
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const view = async () => (await readTracker(test.platform.dataSource, PLAN))!;
const version = async () => (await view()).version;
const PDF = { name: 'acta.pdf', content: '%PDF-1.7\nacta' };
const PROOF = { titulo: 'Acta', clase: 'documento_oficial', prueba: 'Que se entregó' };
const TODAY = localDay(new Date());
const PERIOD = periodOf(TODAY).id;

function expectTaken(answered: Answered, at: string): void {
  expect([answered.status, faultsOf(answered)]).toEqual([303, {}]);
  expect(answered.location).toContain(at);
}

/** Refused at a field, with what was typed still there and nothing written. */
async function expectRefused(answer: Promise<Answered>, field: string, said: string, typed?: string): Promise<void> {
  const before = await version();
  const answered = await answer;
  expect(answered.status).toBe(422);
  expect(faultsOf(answered)[field] ?? `nothing at «${field}»: ${JSON.stringify(faultsOf(answered))}`).toContain(said);
  if (field !== '') expect(answered.html).toContain(`id="${field}-fault"`);
  if (typed !== undefined) expect(answered.html).toContain(typed);
  expect(await version()).toBe(before);
}

describe('the tracker at the desk', () => {
  it('is there for those who keep it, and for nobody else', async () => {
    expect((await desk.implementer.get()).text).toContain('Nada espera.');
    expect((await desk.administrator.get()).status).toBe(403);
    expect((await desk.implementer.get('preguntas')).status).toBe(403);
    expect((await desk.implementer.get('compromisos/c9')).status).toBe(404);
    expect((await desk.implementer.get('metas/c7-metas')).status).toBe(404);
    expect((await desk.implementer.get('compromisos/c7/meta')).status).toBe(403);
    expect((await desk.secretariat.get('inconsistencias')).text).toContain('17 inconsistencias abiertas');
  });

  it('takes a report with its evidence at once, or neither', async () => {
    const meta = await addMilestone(tracking, cast, 'Portal');
    const path = `metas/${meta}/reportar`;
    const told = { periodo: PERIOD, nivel: 'completo', avance: 'En línea.', retos: 'Se hizo tarde.' };
    const { implementer } = desk;
    await expectRefused(implementer.sendFile(path, { ...told, avance: '' }), 'avance', 'Escribir este dato');
    await expectRefused(implementer.sendFile(path, told), 'archivo', 'No hay «completo» sin evidencia.', 'En línea.');
    await expectRefused(
      implementer.sendFile(path, { ...told, ...PROOF }, { name: 'acta.pdf', content: '<script>alert(1)</script>' }),
      'archivo',
      'código que se ejecuta',
    );
    const local = { ...told, ...PROOF, url: 'http://127.0.0.1:1/acta.pdf' };
    await expectRefused(implementer.sendFile(path, local), 'url', 'no se puede usar como evidencia');
    // The evidence is fine, and the report is not.
    const limited = { ...told, ...PROOF, nivel: 'limitado', retos: '' };
    await expectRefused(implementer.sendFile(path, limited, PDF), 'retos', 'Faltan los retos');
    await expectRefused(
      implementer.sendFile(path, { ...told, ...PROOF, clase: '' }, PDF),
      'clase',
      'Elegir una opción',
    );
    const long = { ...told, avance: 'a'.repeat(20_001) };
    await expectRefused(
      implementer.sendFile(path, long),
      'avance',
      'El texto pasa de 20000 letras. Escribirlo más corto',
    );
    const endless = { ...told, avance: 'á'.repeat(60_000) };
    await expectRefused(implementer.sendFile(path, endless), 'avance', 'El texto pasa de 20000 letras.');
    await expectRefused(desk.stranger.sendFile(path, { ...told, ...PROOF }, PDF), '', 'no implementa este compromiso');
    expectTaken(await implementer.sendFile(path, { ...told, ...PROOF }, PDF), `metas/${meta}?hecho=registrado`);
    const { plan, progress } = await view();
    const { id: evidence } = plan.evidence.find(({ target }) => target === meta)!;
    expect(progress.filter(({ milestone }) => milestone === meta)).toMatchObject([{ evidence: [evidence] }]);
    const copy = await desk.counterpart.get(`evidencias/${evidence}`);
    expect([copy.status, copy.html]).toEqual([200, PDF.content]);
  });

  it('lets the committee accept, accept with a shortfall, or return', async () => {
    const meta = await addMilestone(tracking, cast, 'API');
    const send = () =>
      desk.implementer.sendFile(`metas/${meta}/reportar`, {
        periodo: PERIOD,
        nivel: 'sustancial',
        avance: 'Casi.',
        retos: 'Tiempo.',
      });
    expectTaken(await send(), `metas/${meta}`);
    await expectRefused(send(), '', 'Hay un reporte en revisión');
    const pending = async () =>
      (await view()).progress.find((one) => one.milestone === meta && one.review === 'pending')!;
    const path = `reportes/${(await pending()).id}/revisar`;
    expect((await desk.counterpart.get()).text).toContain('Reporte por revisar');
    const { counterpart } = desk;
    await expectRefused(counterpart.send(path, {}), 'veredicto', 'Elegir una opción');
    await expectRefused(counterpart.send(path, { veredicto: 'partial' }), 'motivo', 'Escribir qué falta');
    await expectRefused(
      counterpart.send(path, { veredicto: 'accepted', motivo: 'x' }),
      'motivo',
      'Hay un motivo escrito',
    );
    await expectRefused(counterpart.send(path, { veredicto: 'returned' }), 'motivo', 'Falta el motivo');
    expectTaken(await counterpart.send(path, { veredicto: 'returned', motivo: 'Decir qué falta.' }), `metas/${meta}`);
    await expectRefused(counterpart.send(path, { veredicto: 'accepted' }), '', 'reporte revisado');
    expect((await desk.implementer.get()).text).toContain('Reporte devuelto: reportar de nuevo');
    expect((await desk.implementer.get(`metas/${meta}/reportar`)).text).toContain('Decir qué falta.');
    expectTaken(await send(), `metas/${meta}`);
    const again = `reportes/${(await pending()).id}/revisar`;
    expectTaken(await counterpart.send(again, { veredicto: 'partial', motivo: 'Falta una ruta.' }), `metas/${meta}`);
    expect((await view()).progress.at(-1)).toMatchObject({ review: 'accepted', reviewNote: 'Falta una ruta.' });
  });

  it('carries an assessment from its draft to its end, with the reply', async () => {
    const { monitor, implementer } = desk;
    const start = { carril: 'itei', nivel: 'limitado', narrativa: 'Publica tarde.' };
    await expectRefused(
      desk.implementer.send('compromisos/c7/declarar', { nivel: 'completo', declaracion: 'Sí.' }),
      '',
      'No hay «completo»',
    );
    expectTaken(await monitor.send('compromisos/c7/evaluar', start), 'compromisos/c7?hecho=borrador');
    const draft = /borradores\/([^/"]+)\/escribir/.exec((await monitor.get()).html)![1]!;
    expect((await desk.assessor.get(`borradores/${draft}/escribir`)).status).toBe(404);
    const due = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    await expectRefused(monitor.send(`borradores/${draft}/enviar`, { plazo: due }), '', 'conflicto de intereses');
    await expectRefused(
      monitor.send(`borradores/${draft}/enviar`, { plazo: '2020-01-01' }),
      '',
      'conflicto de intereses',
    );
    const said = { nivel: 'limitado', narrativa: 'Publica tarde.', conflicto: 'Ninguno.' };
    expectTaken(await monitor.send(`borradores/${draft}/escribir`, said), 'hecho=borrador');
    await expectRefused(monitor.send(`borradores/${draft}/enviar`, { plazo: '2020-01-01' }), 'plazo', 'no existe');
    expectTaken(await monitor.send(`borradores/${draft}/enviar`, { plazo: due }), 'hecho=registrado');
    expect((await implementer.get()).text).toContain('Evaluación por replicar');
    await expectRefused(monitor.send(`evaluaciones/${draft}/concluir`, {}), '', 'Aún corre el plazo de réplica');
    const replied = { postura: 'no', replica: 'Ya se publica a tiempo.' };
    await expectRefused(
      implementer.send(`evaluaciones/${draft}/replicar`, { replica: 'x' }),
      'postura',
      'Elegir una opción',
    );
    expectTaken(await implementer.send(`evaluaciones/${draft}/replicar`, replied), 'compromisos/c7');
    expect((await monitor.get()).text).toContain('Evaluación por hacer definitiva');
    expectTaken(await monitor.send(`evaluaciones/${draft}/concluir`, {}), 'compromisos/c7');
    expect(lanesOf((await view()).plan, 'c7').assessed.at(-1)).toMatchObject({
      stage: 'final',
      completion: 'limitado',
    });
  });

  it('lets who assesses bring its organisation into the plan, and no other', async () => {
    const { dataSource } = test.platform;
    await dataSource.query(`INSERT INTO organisation (id, name, kind) VALUES ('garante', 'Garante', 'monitor')`);
    const newcomer = await addPerson(dataSource, 'nueva', as('monitor', 'garante'));
    const window = await deskClient(app, dataSource, newcomer, PLAN);
    const start = { carril: 'itei', nivel: 'limitado', narrativa: 'Publica tarde.', conflicto: 'Ninguno.' };
    expectTaken(await window.send('compromisos/c7/evaluar', start), 'compromisos/c7');
    const draft = /borradores\/([^/"]+)\/escribir/.exec((await window.get()).html)![1]!;
    expectTaken(await window.send(`borradores/${draft}/enviar`, { plazo: '2099-01-01' }), 'hecho=registrado');
    expect((await view()).plan.organisations.at(-1)).toMatchObject({ id: 'garante', name: 'Garante' });
  });

  it('lets the secretariat keep sessions, agreements, metas and issues', async () => {
    const { secretariat } = desk;
    await expectRefused(
      secretariat.send('sesion', { nombre: 'Primera', fecha: '2026-02-30' }),
      'fecha',
      'Escribir una fecha',
    );
    await expectRefused(
      secretariat.send('sesion', { nombre: 'Primera', fecha: '2026-02-03', ordinal: 'x' }),
      'ordinal',
      'número entero',
    );
    const session = { nombre: 'Primera ordinaria', fecha: '2026-02-03', ordinal: '1', asuntos: 'Metas\nReprogramar' };
    expectTaken(await secretariat.send('sesion', session), 'sesiones?hecho=registrado');
    const { id } = (await view()).plan.sessions.at(-1)!;
    const agreement = { sesion: id, titulo: 'Publicar', acuerdo: 'Publicar cada mes.' };
    expectTaken(await secretariat.send('acuerdo', agreement), 'sesiones');
    const { id: agreed } = (await view()).plan.agreements.at(-1)!;
    await expectRefused(
      secretariat.send(`acuerdos/${agreed}/estado`, { estado: 'listo', motivo: 'x' }),
      'estado',
      'no es un valor',
    );
    expectTaken(
      await secretariat.send(`acuerdos/${agreed}/estado`, { estado: 'cumplido', motivo: 'Oficio 3' }),
      'sesiones',
    );
    const meta = { titulo: 'Buscador', vence: '2026-06-30', sesion: id, motivo: 'Se fijó', clase: 'meta' };
    await expectRefused(
      secretariat.send('compromisos/c7/meta', { ...meta, motivo: '' }),
      'motivo',
      'Escribir este dato',
    );
    await expectRefused(secretariat.send('compromisos/c7/meta', { ...meta, sesion: 'no-hubo' }), 'sesion', 'No existe');
    expectTaken(await secretariat.send('compromisos/c7/meta', meta), 'compromisos/c7');
    const { plan, log } = await view();
    const made = plan.milestones.at(-1)!;
    expect(made).toMatchObject({ title: 'Buscador', originalDue: { latest: '2026-06-30' }, state: 'programada' });
    expect(log.at(-1)).toMatchObject({ entityId: made.id, reason: 'Se fijó', actorRole: 'secretariado' });
    const grounds = await test.platform.dataSource.query('SELECT seq, session_id AS session FROM tracker_ground');
    expect(grounds).toContainEqual({ seq: log.at(-1)!.seq, session: id });
    await expectRefused(
      secretariat.send(`metas/${made.id}/reprogramar`, { fecha: '2026-06-30', motivo: 'x' }),
      'fecha',
      'la que ya tenía',
    );
    expectTaken(
      await secretariat.send(`metas/${made.id}/reprogramar`, { fecha: '2026-09-30', motivo: 'Desierta' }),
      `metas/${made.id}`,
    );
    expect((await secretariat.get(`metas/${made.id}`)).text).toContain('Desierta');
    expect((await desk.monitor.get(`metas/${made.id}/reprogramar`)).status).toBe(403);
    const { id: issue } = plan.dataIssues[0]!;
    expectTaken(
      await secretariat.send(`inconsistencias/${issue}/resolver`, { resolucion: 'Fue el 18 de enero: acta.' }),
      'inconsistencias',
    );
    expect((await secretariat.get('inconsistencias')).text).toContain('16 inconsistencias abiertas');
  });

  it('takes a question from anybody, which everybody reads once it is answered', async () => {
    const page = `${await app.getUrl()}/compromisos/6`;
    const ask = (fields: Record<string, string>, path = '/preguntas') =>
      fetch(page + path, { method: 'POST', body: new URLSearchParams({ plan: PLAN, ...fields }), redirect: 'manual' });
    const empty = await ask({ pregunta: ' ', nombre: 'Laura <b>' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toMatch(/id="pregunta-fault"[^>]*>Falta el texto\.[^]*Laura &lt;b&gt;/);
    expect((await ask({ pregunta: 'Comprar aquí', sitio: 'https://spam.example' })).status).toBe(303);
    const taken = await ask({ pregunta: '¿Cuántas escuelas van?', nombre: 'Laura' });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, '/compromisos/6/preguntas/recibida']);
    expect(await (await fetch(`${page}/preguntas/recibida`)).text()).toContain('La pregunta se recibió');
    expect(await (await fetch(page)).text()).not.toContain('¿Cuántas escuelas van?');
    const { html } = await desk.secretariat.get('preguntas');
    expect(html).not.toContain('Comprar aquí');
    const [, id] = /preguntas\/([^/"]+)\/contestar/.exec(html)!;
    expectTaken(await desk.secretariat.send(`preguntas/${id}/contestar`, { respuesta: 'Diez.' }), 'preguntas');
    expect(await (await fetch(page)).text()).toMatch(/¿Cuántas escuelas van\?[^]*Laura[^]*Diez\.[^]*tomó 0 días/);
    const flood = await Promise.all(Array.from({ length: 12 }, (_, n) => ask({ pregunta: `¿${n}?` })));
    expect(flood.filter(({ status }) => status === 422)).toHaveLength(3);
  });

  it('lets the secretariat moderate questions and answer them', async () => {
    const ask = async (text: string) => {
      const asked = await addComment(tracking, undefined, { plan: PLAN, target: 'c7', text });
      return (asked as unknown as { comment: string }).comment;
    };
    const [one, other] = [await ask('¿Cuándo?'), await ask('Ofensa')];
    const { secretariat } = desk;
    expect((await secretariat.get()).text).toContain('Pregunta por moderar');
    await expectRefused(
      secretariat.send(`preguntas/${other}/moderar`, { dictamen: 'rejected' }),
      'motivo',
      'Falta el motivo',
    );
    expectTaken(
      await secretariat.send(`preguntas/${other}/moderar`, { dictamen: 'rejected', motivo: 'Ofende.' }),
      'preguntas',
    );
    expectTaken(await secretariat.send(`preguntas/${one}/contestar`, { respuesta: 'En junio.' }), 'preguntas');
    expect((await secretariat.get('preguntas')).text).toMatch(/En junio\..*|Ofende\./s);
    await expectRefused(
      secretariat.send(`preguntas/${one}/contestar`, { respuesta: 'En julio.' }),
      '',
      'pregunta ya atendida',
    );
  });
});

describe('a long report', () => {
  it('is taken whole with its file, accents and all, up to what the tracker keeps', async () => {
    const meta = await addMilestone(tracking, cast, 'Informe extenso');
    const avance = `${'Se publicó. ñandú '.repeat(1_110)}fin`;
    const told = { periodo: PERIOD, nivel: 'sustancial', avance, retos: avance };
    expectTaken(await desk.implementer.sendFile(`metas/${meta}/reportar`, { ...told, ...PROOF }, PDF), `metas/${meta}`);
    expect((await view()).progress.findLast(({ milestone }) => milestone === meta)?.text).toBe(avance);
  });
});
