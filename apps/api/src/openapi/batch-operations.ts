import type { Operation } from './operation.js';
import { ref } from './schemas.js';

const problem = ref('Problem');
const CSV = 'CODIGO_CONTRATO,NUMERO_PROCEDIMIENTO\n1,LA-014000999-E1-2026\n';
const UNKNOWN = '/api/v1/batches/00000000-0000-0000-0000-000000000000';

/** The life of an upload, see docs/api.md. */
export const BATCH_OPERATIONS: Readonly<Record<string, Operation>> = {
  'POST /api/v1/batches': {
    tag: 'intake',
    summary: { es: 'Recibe un archivo', en: 'Receives a file' },
    answers: { 202: ref('Batch'), 400: problem, 401: problem, 408: problem, 413: problem, 422: problem, 503: problem },
    examples: [
      {
        url: '/api/v1/batches?preview=true&fileName=contratos.csv',
        headers: { 'idempotency-key': 'ejemplo-1' },
        body: CSV,
        status: 202,
      },
      {
        url: '/api/v1/batches?preview=true&fileName=otros.csv',
        headers: { 'idempotency-key': 'ejemplo-1' },
        body: CSV,
        status: 422,
      },
      { url: '/api/v1/batches?buyerId=7', body: CSV, status: 400 },
    ],
  },
  'GET /api/v1/batches': {
    tag: 'intake',
    summary: { es: 'Las cargas, la más nueva primero', en: 'Uploads, the newest first' },
    answers: { 200: ref('Batches'), 400: problem, 401: problem },
    examples: [{ url: '/api/v1/batches?state=ready&limit=5', status: 200 }],
  },
  'GET /api/v1/batches/{id}': {
    tag: 'intake',
    summary: { es: 'Una carga: su estado y lo que resulta de ella', en: 'An upload: its state and what it comes to' },
    answers: { 200: ref('Batch'), 401: problem, 404: problem },
    examples: [
      { url: '/api/v1/batches/{id}', status: 200 },
      { url: UNKNOWN, status: 404 },
    ],
  },
  'GET /api/v1/batches/{id}/findings': {
    tag: 'intake',
    summary: { es: 'Qué corregir, por celda, fila o publicación', en: 'What to mend, by cell, row or release' },
    answers: { 200: ref('Findings'), 400: problem, 401: problem, 404: problem },
    examples: [{ url: '/api/v1/batches/{id}/findings?severity=error', status: 200 }],
  },
  'GET /api/v1/batches/{id}/rows': {
    tag: 'intake',
    summary: { es: 'Qué pasa con cada fila', en: 'What becomes of each row' },
    answers: { 200: ref('Rows'), 400: problem, 401: problem, 404: problem },
    examples: [{ url: '/api/v1/batches/{id}/rows?limit=1', status: 200 }],
  },
  'GET /api/v1/batches/{id}/annotated': {
    tag: 'intake',
    summary: {
      es: 'El libro con un comentario en cada celda por corregir',
      en: 'The workbook with a note on each cell to mend',
    },
    answers: {
      200: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      401: problem,
      404: problem,
      409: problem,
    },
    examples: [{ url: '/api/v1/batches/{id}/annotated', status: 200 }],
  },
  'POST /api/v1/batches/{id}/confirm': {
    tag: 'intake',
    summary: { es: 'La toma, después de verla', en: 'Has it taken in, after a preview' },
    answers: { 202: ref('Batch'), 401: problem, 404: problem, 409: problem },
    examples: [{ url: '/api/v1/batches/{id}/confirm', status: 202 }],
  },
  'POST /api/v1/batches/{id}/retry': {
    tag: 'intake',
    summary: {
      es: 'La lee otra vez, si se rechazó, falló o se canceló',
      en: 'Has it read again, if it was refused, failed or was cancelled',
    },
    answers: { 202: ref('Batch'), 401: problem, 404: problem, 409: problem },
    examples: [{ url: `${UNKNOWN}/retry`, status: 404 }],
  },
  'DELETE /api/v1/batches/{id}': {
    tag: 'intake',
    summary: { es: 'La cancela, antes de que se tome', en: 'Cancels it, before it is taken in' },
    answers: { 200: ref('Batch'), 401: problem, 404: problem, 409: problem },
    examples: [{ url: UNKNOWN, status: 404 }],
  },
};
