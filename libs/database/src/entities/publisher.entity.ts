import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type PublisherPolicy = 'hold' | 'publish-marked';

export type CorrectionPolicy = 'direct' | 'review';

/** Who publishes: an organisation with its registered ocid prefix and what happens to its invalid releases. */
@Entity('publisher')
export class Publisher {
  @PrimaryColumn('text')
  readonly id: string;

  @Column('text')
  readonly name: string;

  @Column('text', { name: 'ocid_prefix' })
  readonly ocidPrefix: string;

  /** `hold`: an invalid release waits, visible, unpublished. `publish-marked`: it is published with its findings. */
  @Column('text', { default: 'hold' })
  readonly policy: PublisherPolicy;

  /** `review`: somebody else approves a correction before it is published. `direct`: whoever corrects publishes. */
  @Column('text', { default: 'direct' })
  readonly corrections: CorrectionPolicy;

  @Column('text', { nullable: true })
  readonly uri: string | null;

  @Column('text', { nullable: true })
  readonly scheme: string | null;

  @Column('text', { nullable: true })
  readonly uid: string | null;

  @Column('text', { nullable: true })
  readonly license: string | null;

  @Column('text', { name: 'publication_policy', nullable: true })
  readonly publicationPolicy: string | null;

  @Column('text', { name: 'contact_name', nullable: true })
  readonly contactName: string | null;

  @Column('text', { name: 'contact_email', nullable: true })
  readonly contactEmail: string | null;

  @Column('text', { name: 'contact_phone', nullable: true })
  readonly contactPhone: string | null;

  @Column('boolean', { default: false })
  readonly demonstration: boolean;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  readonly createdAt: Date;
}
