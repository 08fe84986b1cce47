import type { DeskView } from './desk.view.js';
import type { CorrectionLine, DeskProcessRow } from './process.view.js';
import type { SourceLine } from './source.view.js';
import type { UploadLine } from './upload.view.js';

/** What waits for the person who signed in; a part is missing where it is not theirs to do. */
export interface DeskHomeView extends DeskView {
  readonly uploads?: readonly UploadLine[] | undefined;
  readonly held?: { readonly total: number; readonly rows: readonly DeskProcessRow[] } | undefined;
  readonly corrections?: readonly CorrectionLine[] | undefined;
  readonly silent?: readonly SourceLine[] | undefined;
  readonly recent?: readonly UploadLine[] | undefined;
}
