import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createLinkCourse } from '../../../adapters/shared/link-course.ts'

/** A connection whose other side says goodbye when it is asked to, if it is `polite`. */
function open({ polite = true, joined = true, openWithinMs = 5_000 } = {}) {
  const told: string[] = []
  const course = createLinkCourse({
    openWithinMs,
    notOpen: 'not open',
    onOpen: () => void told.push('open'),
    onClosed: () => void told.push('closed'),
  })
  const link = course.link({
    joined,
    hangUp() {
      told.push('hang up')
      if (polite) course.gone('closed')
    },
    cut: () => void told.push('cut'),
  })
  return { course, link, told }
}

describe('the course of a connection', () => {
  it('is lost when it does not open in time', async () => {
    const { course, link } = open({ openWithinMs: 5 })
    expect(await link.ended).toEqual({ kind: 'lost', why: 'not open' })
    course.opened()
    await link.close()
  })

  it('ends as it ended first, and is told once to be closed', async () => {
    const { course, link, told } = open()
    course.opened()
    course.end({ kind: 'planned' })
    course.gone('closed')
    course.gone('closed again')
    expect(await link.ended).toEqual({ kind: 'planned' })
    await link.closed
    expect(told).toEqual(['open', 'closed'])
  })

  it('is left when what was running is done, and nothing new is taken', async () => {
    const { course, link, told } = open()
    const work = Promise.withResolvers<void>()
    course.opened()
    course.take(() => work.promise)
    const left = link.close()
    course.take(async () => void told.push('taken'))
    expect(course.leaving.aborted).toBe(false)
    expect(told).toEqual(['open'])
    work.resolve()
    await left
    expect(course.leaving.aborted).toBe(true)
    expect(told).toEqual(['open', 'hang up', 'closed', 'cut'])
    expect(await link.ended).toEqual({ kind: 'lost', why: 'left' })
  })

  it('is cut when the other side says no goodbye, and is left once, however often', async () => {
    const { course, link, told } = open({ polite: false })
    course.opened()
    const began = performance.now()
    await Promise.all([link.close(), link.close()])
    expect(performance.now() - began).toBeGreaterThanOrEqual(480)
    await link.closed
    expect(told).toEqual(['open', 'hang up', 'cut', 'closed'])
  })

  it('waits for no goodbye where there was no connection yet', async () => {
    const { link, told } = open({ polite: false, joined: false })
    // Begun together, so that a machine that stands still holds up both.
    const [left, goodbye] = [link.close().then(() => 'left'), sleep(480, 'late')]
    expect(await Promise.race([left, goodbye])).toBe('left')
    expect(told).toEqual(['hang up', 'cut'])
  })
})
