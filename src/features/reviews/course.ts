/** How far a review is. Each state says what has happened; what comes next is `nextOf`. */
export const reviewStates = ['begun', 'self-reviewed', 'reviewed', 'talked', 'closed'] as const
export type ReviewState = (typeof reviewStates)[number]

export interface Course {
  readonly state: ReviewState
  /** The member has signed, or has said what they do not agree with: either way they are done. */
  readonly signed: boolean
  readonly disputed: boolean
  readonly countersigned: boolean
}

export const begun: Course = { state: 'begun', signed: false, disputed: false, countersigned: false }

export type Party = 'member' | 'reviewer'

export type Event = 'self-review' | 'assessment' | 'talk' | 'sign' | 'dispute'

/** Why something cannot be done with a review now. */
export type Refusal = 'closed' | 'too-early' | 'not-yours' | 'done-already'

export type Step = { readonly ok: true; readonly course: Course } | { readonly ok: false; readonly why: Refusal }

/**
 * What becomes of a review. Self-review, then the reviewer's, then the talk, then both signatures; a member who does not agree
 * says so instead of signing. Before the next one speaks, what was filled in may be filled in again.
 */
export function step(course: Course, event: Event, by: Party): Step {
  const { state } = course
  if (state === 'closed') return refuse('closed')
  switch (event) {
    case 'self-review':
      if (by !== 'member') return refuse('not-yours')
      return isBefore(state, 'reviewed') ? go(course, { state: 'self-reviewed' }) : refuse('done-already')
    case 'assessment':
      if (by !== 'reviewer') return refuse('not-yours')
      if (state === 'begun') return refuse('too-early')
      return isBefore(state, 'talked') ? go(course, { state: 'reviewed' }) : refuse('done-already')
    case 'talk':
      if (by !== 'reviewer') return refuse('not-yours')
      if (isBefore(state, 'reviewed')) return refuse('too-early')
      return state === 'reviewed' ? go(course, { state: 'talked' }) : refuse('done-already')
    case 'sign':
      return state === 'talked' ? sign(course, by) : refuse('too-early')
    case 'dispute':
      if (by !== 'member') return refuse('not-yours')
      if (state !== 'talked') return refuse('too-early')
      return course.signed ? refuse('done-already') : close({ ...course, signed: true, disputed: true })
  }
}

/** Who is to do what next; null when it is closed. Signing may be up to both at once: then the member comes first. */
export function nextOf({ state, signed }: Course): { readonly party: Party; readonly event: Event } | null {
  switch (state) {
    case 'begun':
      return { party: 'member', event: 'self-review' }
    case 'self-reviewed':
      return { party: 'reviewer', event: 'assessment' }
    case 'reviewed':
      return { party: 'reviewer', event: 'talk' }
    case 'talked':
      return { party: signed ? 'reviewer' : 'member', event: 'sign' }
    case 'closed':
      return null
  }
}

function sign(course: Course, by: Party): Step {
  if (by === 'member' ? course.signed : course.countersigned) return refuse('done-already')
  return close({ ...course, ...(by === 'member' ? { signed: true } : { countersigned: true }) })
}

/** Both are done: it is closed. */
function close(course: Course): Step {
  return go(course, course.signed && course.countersigned ? { state: 'closed' } : {})
}

function go(course: Course, change: Partial<Course>): Step {
  return { ok: true, course: { ...course, ...change } }
}

function refuse(why: Refusal): Step {
  return { ok: false, why }
}

function isBefore(state: ReviewState, other: ReviewState): boolean {
  return reviewStates.indexOf(state) < reviewStates.indexOf(other)
}
