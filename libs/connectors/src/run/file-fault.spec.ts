import { IngestError } from '#publishing';
import { QueueError } from '#queue';
import { OutboundError } from '#outbound';
import { asFault, isFileFault } from './file-fault.js';

const coded = (code: string) => Object.assign(new Error('from PostgreSQL'), { code });

it.each([
  ['a file that cannot be read', new IngestError('FILE_UNREADABLE', 'no', 'sí'), true],
  ['a mistake of ours over this file', new TypeError('undefined is not a function'), true],
  ['a value that PostgreSQL refuses', coded('22P05'), true],
  ['an unknown publisher', new IngestError('PUBLISHER_UNKNOWN', 'no', 'sí'), false],
  ['queues that are closed', new QueueError('QUEUES_CLOSED', 'no', 'sí'), false],
  ['a server that is away', new OutboundError('TIMEOUT', 'no', 'sí'), false],
  ['a database that shuts down', coded('57P01'), false],
  ['a full disk', coded('ENOSPC'), false],
  ['a lost connection', new Error('Connection terminated unexpectedly'), false],
])('tells whether %s is about the file', (_, error, isAboutTheFile) => {
  expect(isFileFault(error)).toBe(isAboutTheFile);
});

it('says an error in Spanish, in what a text of PostgreSQL holds', () => {
  const bilingual = Object.assign(new Error('cut\0'), {
    code: 'TRUNCATED',
    reason: { es: 'El archivo está cortado.\0', en: 'cut' },
    remedy: { es: 'Pedirlo otra vez.', en: 'ask again' },
  });
  expect(asFault(bilingual)).toEqual({
    code: 'TRUNCATED',
    message: 'El archivo está cortado.',
    remedy: 'Pedirlo otra vez.',
  });
  expect(asFault(new Error('x'.repeat(9_000))).message).toHaveLength(2_000);
});
