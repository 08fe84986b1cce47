import type { JsonObject } from '../json.js';
import { type InputFacts, nameFormat, noFacts, type Shape } from './input-format.js';
import { addMetadata, type PackageMetadata } from './package-metadata.js';
import type { Place } from './place.js';
import { addNotice, type ReadNotice, type ReadNoticeCode } from './read-notice.js';

/** What is known of an input once it was read. */
export interface ReadSummary {
  /** See `nameFormat`. */
  readonly format: string;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly packages: number;
  readonly metadata: PackageMetadata | undefined;
  readonly notices: readonly ReadNotice[];
  /** Releases yielded, compiled ones included. */
  readonly releases: number;
  /** Size of the decompressed input. */
  readonly bytes: number;
  /** False while the reading goes on, and when it stopped early or failed: the rest is then of the part read. */
  readonly complete: boolean;
}

/** Where a reading writes what its summary will say. */
export class ReadLog {
  readonly facts: InputFacts = noFacts();
  encoding: ReadSummary['encoding'] = 'utf-8';
  releases = 0;
  bytes = 0;
  complete = false;
  /** Something of OCDS was seen: a release, or a member that only OCDS has. */
  sawOcds = false;
  readonly #notices = new Map<ReadNoticeCode, ReadNotice>();
  #packages = 0;
  #metadata: PackageMetadata | undefined;

  note(code: ReadNoticeCode, pointer: string, place: Place): void {
    addNotice(this.#notices, code, pointer, place);
  }

  noteShape(shape: Shape): void {
    this.facts.shapes.add(shape);
    if (shape.endsWith('package')) this.#packages++;
  }

  noteMetadata(own: JsonObject): void {
    this.#metadata = addMetadata(this.#metadata, own);
  }

  summary(): ReadSummary {
    const { encoding, releases, bytes, complete } = this;
    const notices = [...this.#notices.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    const [packages, metadata] = [this.#packages, this.#metadata];
    return { format: nameFormat(this.facts), encoding, packages, metadata, notices, releases, bytes, complete };
  }
}
