import type { Place } from './place.js';
import type { Residue } from './residue.js';

/** Where an object stands: at the top level, in a list of packages or releases, or in a package's `records`. */
export type ContainerKind = 'document' | 'package' | 'record';

/** An object that may be a release itself or hold others, while it is read: which of them is known at its end. */
export interface Container {
  readonly kind: ContainerKind;
  readonly pointer: string;
  readonly residue: Residue;
  /** Names, of those that OCDS and wrappers give a meaning, that it has so far. */
  readonly members: Set<string>;
  hasOcid: boolean;
  /** The member that wraps packages, when it is read. */
  wrapper?: string;
  /** Releases met in `releases`, and links met instead of releases. */
  embedded: number;
  links: number;
  /** The compiled release, kept while no release was met. */
  compiled?: HeldRelease;
}

export interface HeldRelease {
  readonly bytes: Buffer;
  readonly place: Place;
  readonly pointer: string;
}
