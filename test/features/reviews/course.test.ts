import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  begun,
  type Course,
  type Event,
  nextOf,
  type Party,
  reviewStates,
  step,
} from '../../../src/features/reviews/course.ts'

const anEvent = fc.constantFrom<Event>('self-review', 'assessment', 'talk', 'sign', 'dispute')
const aParty = fc.constantFrom<Party>('member', 'reviewer')
const aStory = fc.array(fc.record({ event: anEvent, by: aParty }), { maxLength: 30 })

function courseAfter(story: readonly { event: Event; by: Party }[], from: Course = begun): Course {
  return story.reduce((course, { event, by }) => {
    const next = step(course, event, by)
    return next.ok ? next.course : course
  }, from)
}

describe('a review', () => {
  it('goes its way to the end when each does what is next', () => {
    let course: Course = begun
    const states: string[] = [course.state]
    for (let next = nextOf(course); next !== null; next = nextOf(course)) {
      const result = step(course, next.event, next.party)
      if (!result.ok) throw new Error(`${next.event} was refused: ${result.why}`)
      course = result.course
      states.push(course.state)
    }
    expect(states).toEqual(['begun', 'self-reviewed', 'reviewed', 'talked', 'talked', 'closed'])
  })

  it('never goes back, whatever anybody does, and is closed only when both are done', () => {
    fc.assert(
      fc.property(aStory, story => {
        let course: Course = begun
        for (const { event, by } of story) {
          const next = courseAfter([{ event, by }], course)
          expect(reviewStates.indexOf(next.state)).toBeGreaterThanOrEqual(reviewStates.indexOf(course.state))
          expect(next.state === 'closed').toBe(next.signed && next.countersigned)
          course = next
        }
      }),
    )
  })

  it('can always be brought to its end', () => {
    fc.assert(
      fc.property(aStory, story => {
        let course = courseAfter(story)
        for (let n = 0; n < 6; n++) {
          const next = nextOf(course)
          if (next !== null) course = courseAfter([{ event: next.event, by: next.party }], course)
        }
        expect(course.state).toBe('closed')
      }),
    )
  })

  it('stays as it is once it is closed', () => {
    fc.assert(
      fc.property(anEvent, aParty, (event, by) => {
        const closed: Course = { state: 'closed', signed: true, disputed: false, countersigned: true }
        expect(step(closed, event, by)).toEqual({ ok: false, why: 'closed' })
      }),
    )
  })

  it.each([
    ['begun', 'assessment', 'reviewer', 'too-early'],
    ['begun', 'self-review', 'reviewer', 'not-yours'],
    ['self-reviewed', 'talk', 'reviewer', 'too-early'],
    ['reviewed', 'self-review', 'member', 'done-already'],
    ['reviewed', 'sign', 'member', 'too-early'],
    ['talked', 'assessment', 'reviewer', 'done-already'],
    ['talked', 'dispute', 'reviewer', 'not-yours'],
  ] as const)('that is %s refuses %s of the %s: %s', (state, event, by, why) => {
    expect(step({ ...begun, state }, event, by)).toEqual({ ok: false, why })
  })
})
