import type { Role } from '../../context.ts'

/** Whom a notice is for; `roles` also those who get such a role later. */
export type Audience =
  | { readonly kind: 'everybody' | 'members' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }

/** Something that members are told and say that they have read. */
export interface Notice {
  readonly id: string
  readonly teamId: string
  /** Counted in the team, to be called by. */
  readonly number: number
  readonly text: string
  /** To a file, a drive or a page, as it was typed. */
  readonly link: string | null
  /** A file of ours that goes with it, and its name. */
  readonly fileRef: string | null
  readonly fileName: string | null
  readonly audience: Audience
  readonly important: boolean
  /** It stands in the team's groups; else every reader got it alone. */
  readonly inGroup: boolean
  /** The member who posted it. */
  readonly postedBy: string
  readonly postedAt: Date
  readonly until: Date
  /** Counts how often everybody was asked anew; the first is 1. */
  readonly edition: number
  /** Since when this edition is asked about. */
  readonly askedAt: Date
  readonly state: 'open' | 'withdrawn' | 'over'
}

/** How many of those whom it is for have read it. */
export interface Tally {
  readonly read: number
  readonly all: number
}

/** A member whom a notice is for. */
export interface Reader {
  readonly memberId: string
  readonly readAt: Date | null
  /** When they are asked next. */
  readonly dueAt: Date | null
}

/** Whether a notice is also for a member who was not there when it was posted. */
export function covers({ audience }: Pick<Notice, 'audience'>, { role }: { readonly role: Role }): boolean {
  if (audience.kind === 'roles') return audience.roles.includes(role)
  return audience.kind === 'everybody'
}
