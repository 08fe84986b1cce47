import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules, inOrganisation } from '../row-rules/desk-rules.js';

/** The desk finds processes by their words, where those lie now; it sees of them what it sees of the processes. */
const SEEN = inOrganisation('publisher_id', 'publisher', 'reviewer', 'administrator', 'secretariat', 'monitor');

export class DeskFindsProcesses1765720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deskRules('search_entry', { read: SEEN }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY desk_read ON search_entry; REVOKE ALL ON search_entry FROM c7_desk;');
  }
}
