import { createLog, type LogOptions } from './log.js';
import { requestScope } from './request-scope.js';

function logged(work: (log: ReturnType<typeof createLog>) => void, options: Partial<LogOptions> = {}): string[] {
  const lines: string[] = [];
  const now = () => new Date('2026-03-01T10:00:00Z');
  work(createLog({ level: 'info', format: 'json', write: (line) => lines.push(line), now, ...options }));
  return lines;
}

it('writes one JSON object a line, from its level on', () => {
  const lines = logged((log) => {
    log.debug('nada');
    log.info('petición', { status: 200, route: '/procesos/:ocid', left: undefined });
  });
  expect(lines).toEqual([
    '{"time":"2026-03-01T10:00:00.000Z","level":"info","message":"petición","status":200,"route":"/procesos/:ocid"}\n',
  ]);
});

it('names the request that the code works for', () => {
  const [inside, outside] = logged((log) => {
    requestScope.run('3f2b8a0e9c1d4e5f', () => log.info('dentro'));
    log.info('fuera');
  });
  expect(JSON.parse(inside!)).toMatchObject({ requestId: '3f2b8a0e9c1d4e5f' });
  expect(outside).not.toContain('requestId');
});

it('tells of a failed statement its code, table and constraint, never the values', () => {
  class QueryFailedError extends Error {
    readonly driverError = {
      code: '23505',
      table: 'account',
      constraint: 'account_email',
      detail: 'Key (x)=(secreto)',
    };
  }
  const error = new QueryFailedError('duplicate key: Key (x)=(secreto)');
  const [line] = logged((log) => log.error('error', { error }));
  expect(JSON.parse(line!)).toMatchObject({ code: '23505', table: 'account', constraint: 'account_email' });
  expect(line).not.toContain('secreto');
});

it('stays on one line whatever it is given', () => {
  const [line] = logged((log) => log.warn('uno\ndos', { header: 'a\r\n{"level":"info"}' }));
  expect(line!.trimEnd()).not.toMatch(/[\r\n]/);
});

it('is readable at a terminal', () => {
  const lines = logged(
    (log) => {
      log.info('Compromiso 7 está en http://localhost:3000.');
      log.warn('cola', { error: Object.assign(new Error('se fue'), { stack: '' }) });
    },
    { format: 'text' },
  );
  expect(lines).toEqual([
    'Compromiso 7 está en http://localhost:3000.\n',
    '10:00:00 WARN cola error=Error said=se fue\n',
  ]);
});
