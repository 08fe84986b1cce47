import type { Bilingual } from '#ocds';
import type { ReferenceKind } from '#reference';
import type { Choice, DeskView, FormState, Neighbours } from './desk.view.js';

export interface PublishersView extends DeskView {
  readonly publishers: readonly {
    readonly id: string;
    readonly name: string;
    readonly prefix: string;
    readonly policy: string;
  }[];
}

/** What a publisher says of itself, and what happens to what it sends. */
export interface PublisherView extends DeskView {
  readonly id: string;
  readonly name: string;
  readonly form: FormState;
  /** The prefix is part of every ocid: it cannot change once one was used. */
  readonly prefixLocked: boolean;
  readonly mayChangePrefix: boolean;
}

export interface OrganisationLine {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly publishes: boolean;
  readonly people: number;
}

export interface OrganisationsView extends DeskView {
  readonly organisations: readonly OrganisationLine[];
  readonly mayManage: boolean;
}

export interface OrganisationFormView extends DeskView {
  readonly form: FormState;
}

export interface UserLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Role code and organisation; every organisation when there is none. */
  readonly roles: readonly {
    readonly role: string;
    readonly organisationId?: string | undefined;
    readonly organisation?: string | undefined;
  }[];
  readonly state: 'active' | 'invited' | 'disabled';
}

export interface UsersView extends DeskView {
  readonly users: readonly UserLine[];
  readonly mayManage: boolean;
}

/** An invitation, or what an account may do; `link` is shown once. */
export interface UserFormView extends DeskView {
  readonly user?: UserLine | undefined;
  readonly form: FormState;
  readonly roles: readonly Choice[];
  readonly organisations: readonly Choice[];
  readonly link?: string | undefined;
}

export interface KeyLine {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt?: string | undefined;
  readonly lastUsedAt?: string | undefined;
  readonly state: 'active' | 'expired' | 'revoked';
}

export interface KeysView extends DeskView {
  readonly keys: readonly KeyLine[];
  /** A key that was just made, whole: the only time that it can be read. */
  readonly made?: { readonly name: string; readonly secret: string } | undefined;
}

export interface KeyFormView extends DeskView {
  readonly form: FormState;
  readonly organisations: readonly Choice[];
  readonly scopes: readonly Choice[];
}

export interface AuditLine {
  readonly at: string;
  readonly actor: string;
  readonly organisation?: string | undefined;
  readonly action: string;
  readonly subject: string;
  readonly detail?: string | undefined;
}

export interface AuditView extends DeskView {
  readonly events: readonly AuditLine[];
  readonly form: FormState;
  readonly actions: readonly Choice[];
  readonly organisations: readonly Choice[];
  readonly pager: Neighbours;
}

/** The kinds of reference data, with how many entries each has. */
export interface ReferencesView extends DeskView {
  readonly counts: Readonly<Record<ReferenceKind, number>>;
}

/** The entries of one kind. */
export interface ReferenceListView extends DeskView {
  readonly kind: ReferenceKind;
  readonly query: string;
  readonly columns: readonly Bilingual[];
  readonly entries: readonly { readonly id: string; readonly cells: readonly string[] }[];
  readonly mayEdit: boolean;
  readonly pager: Neighbours;
}

/** One entry, to be read or changed, with what it said before. */
export interface ReferenceEntryView extends DeskView {
  readonly kind: ReferenceKind;
  /** Its key and the version that is edited, as its address has them; a new one when missing. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly fields: readonly ReferenceField[];
  readonly form: FormState;
  readonly mayEdit: boolean;
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly reason: string;
    readonly said: string;
  }[];
}

export interface ReferenceField {
  readonly name: string;
  readonly label: Bilingual;
  readonly hint?: Bilingual | undefined;
  readonly kind: 'text' | 'long' | 'date' | 'figure' | 'url' | 'choice';
  readonly choices?: readonly Choice[] | undefined;
  readonly optional?: boolean | undefined;
}
