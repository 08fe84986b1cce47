import type { EntityManager } from 'typeorm';
import { type Actor, can } from '#access';
import type { Upload } from '#publishing';
import { uploadPath } from '../components/upload-table.js';
import type { DeskLocale } from '../desk-locale.js';
import { pointersInWords } from '../differences-in-words.js';
import type { DeskView } from '../views/desk.view.js';
import type { UploadPreview, UploadView } from '../views/upload.view.js';
import { loadProcesses } from './load-processes.js';
import { loadPreview, publisherNames, uploadLine } from './load-uploads.js';

const PROCESSES = 50;

/** One upload as its page tells it: what it is, what it would change or changed, and what may be done with it. */
export async function loadUpload(
  manager: EntityManager,
  actor: Actor,
  upload: Upload,
  locale: DeskLocale,
): Promise<Omit<UploadView, keyof DeskView>> {
  const { bytes, sha256, buyer, batchId, state, error, publisherId } = upload;
  const preview = await loadPreview(manager, upload);
  const replaced = await nameOf(manager, 'id', upload.replaces);
  const replacing = await nameOf(manager, 'replaces', upload.id);
  const about = {
    bytes,
    sha256,
    buyer: buyer?.name,
    replaces: replaced,
    replacedBy: replacing,
    batchId: batchId ?? undefined,
  };
  return {
    upload: { ...uploadLine(upload, await publisherNames(manager)), ...about },
    preview: preview && { ...preview, differences: differencesOf(upload, locale) },
    trouble: error ?? undefined,
    may: mayOf(actor, upload, replacing !== undefined),
    annotatedHref: annotated(upload) && (preview?.faultCount ?? 0) > 0 ? `${uploadPath(upload.id)}/anotado` : undefined,
    processes:
      state === 'done' && batchId !== null
        ? await loadProcesses(manager, { publisherIds: [publisherId], batchId, limit: PROCESSES })
        : undefined,
  };
}

async function nameOf(manager: EntityManager, column: 'id' | 'replaces', id: string | null) {
  if (id === null) return undefined;
  const rows = (await manager.query(
    `SELECT id, file_name AS "fileName" FROM upload WHERE ${column} = $1 ORDER BY created_at DESC LIMIT 1`,
    [id],
  )) as { id: string; fileName: string }[];
  return rows[0];
}

function mayOf(actor: Actor, { state, publisherId }: Upload, isReplaced: boolean): UploadView['may'] {
  const uploads = can(actor, 'batch:upload', publisherId);
  const cancels = can(actor, 'batch:cancel', publisherId);
  return {
    confirm: uploads && state === 'ready',
    replace: uploads && !isReplaced && ['ready', 'refused', 'done'].includes(state),
    retry: cancels && ['refused', 'failed', 'cancelled'].includes(state),
    cancel: cancels && ['received', 'checking', 'ready', 'refused', 'failed'].includes(state),
  };
}

function annotated({ preview, state }: Upload): boolean {
  return preview !== null && ['xlsx', 'xls', 'csv'].includes(preview.format) && ['ready', 'done'].includes(state);
}

function differencesOf({ preview }: Upload, locale: DeskLocale): UploadPreview['differences'] {
  return (preview?.changes ?? []).map(({ ocid, differences }) => ({
    ocid,
    differences: pointersInWords(differences, locale),
  }));
}
