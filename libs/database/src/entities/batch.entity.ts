import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One file taken in for one publisher: what it was, and what became of its releases (all counts are releases). */
@Entity('batch')
@Unique(['publisherId', 'sha256', 'profile'])
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

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt: Date;
}
