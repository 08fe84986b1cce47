import type { Upload, UploadFinding } from '#publishing';

export const BATCHES = '/api/v1/batches';

/** An upload as the API tells it. @param base public address */
export function uploadAnswer(upload: Upload, base: string): object {
  const { id, publisherId, by, fileName, sha256, bytes, askedProfile, buyer, previewOnly, replaces, state } = upload;
  return {
    id,
    state,
    publisher: publisherId,
    fileName,
    bytes,
    sha256,
    profile: askedProfile,
    buyer,
    preview: previewOnly,
    replaces,
    by: { kind: by.kind, name: by.name },
    createdAt: upload.createdAt.toISOString(),
    changedAt: upload.changedAt.toISOString(),
    result: upload.preview,
    batch: upload.batchId,
    error: upload.error,
    links: linksOf(upload, `${base}${BATCHES}/${id}`),
  };
}

/** As it was answered when it came, whatever became of it since: the same request gets the same answer. */
export function firstAnswer(upload: Upload, base: string): object {
  const { createdAt } = upload;
  const unread = { state: 'received', preview: null, error: null, batchId: null, changedAt: createdAt } as const;
  return uploadAnswer({ ...upload, ...unread }, base);
}

/** Where to go on from here: only what the state allows. */
function linksOf({ state, preview }: Upload, self: string): Readonly<Record<string, string>> {
  const read = preview !== null;
  const table = read && preview.format !== undefined && ['csv', 'xls', 'xlsx'].includes(preview.format);
  return {
    self,
    ...(read && { findings: `${self}/findings` }),
    ...(table && { rows: `${self}/rows`, annotated: `${self}/annotated` }),
    ...(state === 'ready' && { confirm: `${self}/confirm` }),
    ...(['refused', 'failed', 'cancelled'].includes(state) && { retry: `${self}/retry` }),
    ...(['received', 'checking', 'ready'].includes(state) && { cancel: self }),
  };
}

/** A finding as the API tells it: the cell also as spreadsheet programs name it. */
export function findingAnswer({ position, ...finding }: UploadFinding, cell: string | null): object {
  return { n: position + 1, ...finding, cell };
}
