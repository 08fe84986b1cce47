import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One file taken in for one publisher: what it was, and what became of its releases (all counts are releases). */
@Entity('batch')
@Unique(['publisherId', 'sha256', 'profile', 'profileVersion'])
export class Batch {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  readonly id: string;

  @Column('text', { name: 'publisher_id' })
  readonly publisherId: string;

  @Column('text')
  readonly sha256: string;

  @Column('text', { name: 'file_name' })
  readonly fileName: string;

  @Column('text')
  readonly profile: string;

  /** Of spreadsheets: the version of the profile that mapped them. */
  @Column('integer', { name: 'profile_version', nullable: true })
  readonly profileVersion: number | null;

  @Column('text', { nullable: true })
  readonly format: string | null;

  @Column('text', { nullable: true })
  readonly encoding: string | null;

  @Column('jsonb', { default: {} })
  readonly metadata: Record<string, unknown>;

  @Column('jsonb', { default: [] })
  readonly notices: unknown[];

  @Column('integer', { default: 0 })
  readonly accepted: number;

  @Column('integer', { default: 0 })
  readonly held: number;

  @Column('integer', { default: 0 })
  readonly unchanged: number;

  @Column('integer', { default: 0 })
  readonly refused: number;

  @Column('integer', { default: 0 })
  readonly superseded: number;

  /** Of spreadsheets: rows by what became of them. */
  @Column('jsonb', { default: {} })
  readonly rows: Record<string, number>;

  /** Of spreadsheets: faults of cells by rule and column. */
  @Column('jsonb', { name: 'fault_groups', default: [] })
  readonly faultGroups: unknown[];

  /** Of spreadsheets: the body whose purchases the file tells, as the upload named it. */
  @Column('jsonb', { nullable: true })
  readonly buyer: Record<string, string> | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt: Date;
}
