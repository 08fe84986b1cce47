import { readReleases } from './read-releases.js';
import type { ReadOptions } from './read-options.js';
import { UnreadableInputError } from './unreadable-input-error.js';

interface Failure {
  readonly error: UnreadableInputError;
  /** Pointers of the releases that were yielded before. */
  readonly before: readonly string[];
}

async function failureOf(input: string | Buffer, options?: ReadOptions): Promise<Failure> {
  async function* inOneChunk() {
    yield Buffer.from(input);
  }
  const before: string[] = [];
  try {
    for await (const { pointer } of readReleases(inOneChunk(), options)) before.push(pointer);
  } catch (error) {
    if (error instanceof UnreadableInputError) return { error, before };
    throw error;
  }
  throw new Error('It was read without an error.');
}

/** The place is that of the sign ‸, which is not part of the text. */
async function expectFailureAtSign(marked: string, code: string, options?: ReadOptions): Promise<UnreadableInputError> {
  const [head = '', tail = ''] = marked.split('‸');
  const { error } = await failureOf(head + tail, options);
  const lines = head.split('\n');
  const column = Buffer.byteLength(lines.at(-1)!) + 1;
  expect([error.code, error.offset, error.line, error.column]).toEqual([
    code,
    Buffer.byteLength(head),
    lines.length,
    column,
  ]);
  return error;
}

describe('an input that cannot be read', () => {
  it.each<[string, string, string | Buffer]>([
    ['empty', 'nothing', ''],
    ['empty', 'blanks', ' \n\t'],
    ['empty', 'a byte order mark alone', '\ufeff'],
    ['html', 'a page', '<!doctype html><title>502</title>'],
    ['csv', 'a table', 'ocid,title\n1,x\n'],
    ['workbook', 'a workbook', 'PK\x03\x04[Content_Types].xml'],
    ['utf-16', 'UTF-16', Buffer.from('\ufeff{"releases":[]}', 'utf16le')],
    ['not-json', 'text after many blanks', `${' '.repeat(5000)}hola`],
    ['not-ocds', 'an object of something else', '{"type":"FeatureCollection","features":[]}'],
    ['not-ocds', 'rows', '[{"id":1},{"id":2}]'],
    ['not-ocds', 'an empty array', '[]'],
    ['not-ocds', 'a wrapper of something else', '{"results":[{"name":"x"}]}'],
  ])('is told by its code: %s for %s', async (code, _, input) => {
    const { error, before } = await failureOf(input);
    expect([error.code, before]).toEqual([code, []]);
  });

  it.each<[string, string, string]>([
    ['between releases', '{"releases":[{"ocid":"ñ"}\n ‸{}]}', 'se esperaba «,» o «]»'],
    ['after the last release', '{"releases":[{},\n  ‸]}', 'se esperaba un valor'],
    ['within a release', '{\n"releases":[{},{"título":"ñ",\n "a":‸NaN}]}', 'se esperaba un valor'],
    [
      'in a name within a release',
      '{"releases":[{"a":1,\n‸b:2}]}',
      'se esperaba el nombre de un miembro entre comillas dobles',
    ],
    ['in metadata', '{"uri":\n ‸x,"releases":[{}]}', 'se esperaba un valor'],
    [
      'in metadata after the releases',
      '{"releases":[{\n}],\n"publisher":{"name"‸}}',
      'se esperaba «:» después del nombre del miembro',
    ],
    [
      'in metadata between lists',
      '{"a":1,"releases":[1],"b":[\n2‸ 3],"records":[{}]}'.replace('‸ ', ' ‸'),
      'se esperaba «,» o «]»',
    ],
    [
      'at a package’s first name',
      '{\n‸releases:[]}',
      'se esperaba el nombre de un miembro entre comillas dobles o «}»',
    ],
    ['at a package’s next name', '{"releases":[],‸}', 'se esperaba el nombre de un miembro entre comillas dobles'],
    ['for a colon', '{"releases"\n‸[]}', 'se esperaba «:» después del nombre del miembro'],
    ['after a member', '{"releases":[]\n‸"uri":1}', 'se esperaba «,» o «}»'],
    ['of brackets that do not pair', '{"releases":[{"a":[1,\n2‸}]}', 'se esperaba «]» y no «}»'],
    ['of braces that do not pair', '{"releases":[{"a":{"b":1‸]}]}', 'se esperaba «}» y no «]»'],
    [
      'of a line break in a string',
      '{"releases":[{"a":"b‸\n"}]}',
      'hay un carácter de control (un salto de línea, un tabulador u otro) sin escapar dentro de un texto',
    ],
    ['in an escape', '{"releases":[{"a":\n"\\‸x"}]}', 'después de «\\» se esperaba uno de " \\ / b f n r t u'],
    ['in a kept compiled release', '{"compiledRelease":{"tag":\n‸yes},"ocid":"x"}', 'se esperaba un valor'],
    [
      'in a line of JSON Lines',
      '{"ocid":"a"}\n{"ocid":"b"}\n{"ocid"‸,"c"}\n',
      'se esperaba «:» después del nombre del miembro',
    ],
  ])('says where the grammar breaks: %s', async (_, marked, expected) => {
    const error = await expectFailureAtSign(marked, 'syntax');
    expect(error.reason.es).toBe(`El JSON está mal formado: ${expected}.`);
  });

  it('says all of it in one line of English too', async () => {
    const error = await expectFailureAtSign('{"releases":[{"a"‸ 1}]}'.replace('‸ ', ' ‸'), 'syntax');
    expect(error.message).toBe(
      'The JSON is malformed: ":" was expected after the member name. (line 1, column 19, byte 18) ' +
        'Write the file with a JSON library; common causes: a trailing comma, single quotes, comments, NaN.',
    );
  });

  it('says in what an input that is cut off ends', async () => {
    const text = '{"uri":"u","releases":[{"ocid":"a"},\n{"ocid":"b","title":"ñ';
    const error = await expectFailureAtSign(`${text}‸`, 'truncated');
    expect(error.reason).toEqual({
      es: 'El archivo está cortado: termina dentro de «/releases/1».',
      en: 'The file is cut off: it ends within "/releases/1".',
    });
  });

  it('calls every beginning of a package cut off, wherever it is cut', async () => {
    const text =
      '{"uri":"u","records":[{"ocid":"x","releases":[{"ocid":"ñ\\u00f1","n":[1,-2.5e3,true]}, 7]}],"version":"1.1"}';
    const bytes = Buffer.from(text);
    for (let length = 1; length < bytes.length; length++) {
      const { error } = await failureOf(bytes.subarray(0, length));
      expect([length, error.code, error.offset]).toEqual([length, 'truncated', length]);
    }
  });

  it.each<[string, string]>([
    ['text', '{"releases":[{"ocid":"a"}]}\n‸fin'],
    ['a comma', '{"ocid":"a"}‸,\n{"ocid":"b"}'],
    ['one bracket too many', '{"ocid":"a"}‸}'],
  ])('refuses %s after the end', async (_, marked) => {
    await expectFailureAtSign(marked, 'trailing-content');
  });

  it('refuses a second list of releases in one package', async () => {
    const error = await expectFailureAtSign('{"releases":[{}],"releases":‸[{}]}', 'duplicate-member');
    expect(error.reason.en).toContain('"releases"');
  });

  it('yields the releases before the fault', async () => {
    expect((await failureOf('{"releases":[{},{},{]}')).before).toEqual(['/releases/0', '/releases/1']);
  });

  it('refuses bytes that are not UTF-8 once there was real UTF-8', async () => {
    const head = '{"releases":[{"a":"ñ"},\n{"b":"';
    const { error, before } = await failureOf(
      Buffer.concat([Buffer.from(head), Buffer.from([0xf1]), Buffer.from('o"}]}')]),
    );
    expect(error).toMatchObject({ code: 'invalid-utf-8', offset: Buffer.byteLength(head), line: 2, column: 7 });
    expect(before).toEqual(['/releases/0']);
  });

  it('refuses more levels than the limit', async () => {
    const deep = (levels: number) => `{"releases":[${'['.repeat(levels)}${']'.repeat(levels)}]}`;
    expect((await failureOf(deep(5).replace('[]', '‸[]').replace('‸', ''), { maxDepth: 4 })).error.code).toBe(
      'too-deep',
    );
    await expectFailureAtSign(deep(5).replace('[]', '‸[]'), 'too-deep', { maxDepth: 4 });
    expect((await failureOf('['.repeat(1_000_000))).error.code).toBe('too-deep');
  });

  it.each<[string, string]>([
    ['a release', `{"releases":[{},\n‸{"a":"${'x'.repeat(100)}"}]}`],
    ['a release that stands alone', `\n‸{"ocid":"${'x'.repeat(100)}"}`],
    ['the metadata of a package', `‸{"releases":[{}],"a":"${'x'.repeat(100)}"}`],
    ['the metadata of a package, in blanks', `‸{"releases":[{}]${' '.repeat(100)}}`],
    ['a compiled release', `{"compiledRelease":‸{"a":"${'x'.repeat(100)}"}}`],
  ])('refuses %s of more bytes than the limit, telling where it begins', async (_, marked) => {
    const error = await expectFailureAtSign(marked, 'element-too-large', { maxElementBytes: 64 });
    expect(error.reason.es).toContain('tiene más de');
  });

  it('reads elements of just the limit, blanks between them and passed-over members not counted', async () => {
    async function* chunk() {
      const element = `{"ocid":"${'1'.repeat(53)}"}`;
      yield Buffer.from(
        `{"versionedRelease":{"a":"${'x'.repeat(99)}"},"releases":[${element},${' '.repeat(99)}${element}]}`,
      );
    }
    const reader = readReleases(chunk(), { maxElementBytes: 64 });
    const found = [];
    for await (const { pointer } of reader) found.push(pointer);
    expect(found).toEqual(['/releases/0', '/releases/1']);
  });

  it('refuses more bytes than the limit', async () => {
    const { error, before } = await failureOf('{"ocid":"a"}\n{"ocid":"b"}', { maxBytes: 20 });
    expect([error.code, error.offset, before]).toEqual(['too-large', 20, ['']]);
  });
});
