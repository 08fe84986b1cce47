import { extensionsOf, findExtensions } from '../extensions/registry.js';
import type { ExtensionId } from '../extensions/schema-patches.js';
import { ALWAYS_KNOWN, validatorFor } from '../extensions/validator-for.js';
import type { ReadSummary } from '../read/read-log.js';
import type { ReadOptions } from '../read/read-options.js';
import { readReleases } from '../read/read-releases.js';
import { createFileFindings, type FileFindings } from './file-findings.js';
import type { FileReport } from './file-report.js';
import { rewindable, type InputSource } from './rewindable.js';

export interface ValidateInputOptions extends ReadOptions {
  /** Kept in the report. */
  readonly file?: string;
  /** The publisher's own ocid prefix: ocids with another become errors. */
  readonly ocidPrefix?: string;
  /** Extensions to apply besides the declared ones. Default `ALWAYS_KNOWN`. */
  readonly assumed?: readonly ExtensionId[];
  /** Is told the number of releases done, at each of them. */
  readonly onRelease?: (done: number) => void;
}

/**
 * Validates a whole input: its releases with the extensions its packages declare, the metadata of its packages, its
 * records apart from their releases, and releases repeated in a package. Memory does not grow with the input but for
 * some hundred bytes per release of a package (to know repeated ones) and up to 3,000 groups of findings.
 *
 * Packages may declare their extensions after their releases, as Jalisco's of 2017 do. So the extensions are first
 * guessed from the beginning of the input and compared at its end with those declared; when they differ, a source that
 * can be opened again is read again with the right ones. Of a source that cannot (a pipe) the report stands as it is:
 * `extensions.applied` then lacks some of `extensions.known`. All packages of an input are held to the extensions of
 * all: the reference merges them by process likewise.
 *
 * @param source the bytes, or better a function that opens them anew
 * @throws UnreadableInputError when the input is not JSON, or nothing of OCDS
 */
export async function validateInput(source: InputSource, options: ValidateInputOptions = {}): Promise<FileReport> {
  const { guessed, open, canReopen } = await rewindable(source);
  const first = await validateOnce(open(), guessed, options);
  if (!canReopen || first.isRight) return first.report;
  return (await validateOnce(open(), first.declared, options)).report;
}

interface Pass {
  readonly report: FileReport;
  readonly declared: readonly string[];
  /** The releases were held to the very extensions that the input turned out to declare. */
  readonly isRight: boolean;
}

async function validateOnce(
  chunks: AsyncIterable<Uint8Array>,
  supposed: readonly string[],
  options: ValidateInputOptions,
): Promise<Pass> {
  const { assumed = ALWAYS_KNOWN } = options;
  const findings = createFileFindings();
  const summary = await readThrough(chunks, findings, supposed, options);
  const declared = summary.metadata?.extensions ?? [];
  const applied = idsOf(supposed, assumed);
  const isRight = applied.join() === idsOf(declared, assumed).join();
  return { report: reportOf(summary, findings, applied, options.file), declared, isRight };
}

async function readThrough(
  chunks: AsyncIterable<Uint8Array>,
  findings: FileFindings,
  supposed: readonly string[],
  options: ValidateInputOptions,
): Promise<ReadSummary> {
  const { assumed = ALWAYS_KNOWN, ocidPrefix, onRelease } = options;
  const validate = validatorFor(supposed, { assumed, maxFindings: 0 });
  const context = ocidPrefix === undefined ? {} : { ocidPrefix };
  const reader = readReleases(chunks, options, findings.part);
  let done = 0;
  for await (const found of reader) {
    findings.release(found, validate(found.release, context));
    onRelease?.((done += 1));
  }
  return reader.summary();
}

function reportOf(
  { format, encoding, packages, notices, metadata }: ReadSummary,
  findings: FileFindings,
  applied: readonly ExtensionId[],
  file: string | undefined,
): FileReport {
  const { valid, invalid } = findings.counts();
  const { known, unknown } = findExtensions(metadata?.extensions ?? []);
  const extensions = { applied, known: known.map(({ id }) => id), unknown };
  const counts = { packages, releases: valid + invalid, valid, invalid };
  const report = { format, encoding, ...counts, groups: findings.groups(), notices, extensions };
  return file === undefined ? report : { file, ...report };
}

function idsOf(urls: readonly string[], assumed: readonly ExtensionId[]): readonly ExtensionId[] {
  return extensionsOf([...assumed, ...findExtensions(urls).known.map(({ id }) => id)]).map(({ id }) => id);
}
