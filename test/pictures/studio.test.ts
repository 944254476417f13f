import { expect, test } from 'vitest'
import type { Drawn, Manner } from '../../src/pictures/drawn.ts'
import { openStudio } from '../../src/pictures/studio.ts'

const manner: Manner = { theme: 'light', type: 'image/png' }
const drawn: Drawn = { bytes: new Uint8Array(), filename: 'a.png', type: 'image/png' }
const drawing = { kind: 'stats', title: '', rows: [] } as const

test('a studio draws so many at once and no more, in turn, and goes on after one that fails', async () => {
  let now = 0
  let most = 0
  const begun: string[] = []
  const studio = openStudio(async ({ title }) => {
    begun.push(title)
    most = Math.max(most, ++now)
    await new Promise(resolve => setTimeout(resolve, 5))
    now -= 1
    if (title === '3') throw new Error('no ink')
    return drawn
  }, 2)
  const titles = Array.from({ length: 9 }, (_, at) => String(at))
  const ended = await Promise.allSettled(titles.map(title => studio({ ...drawing, title }, manner)))
  expect(most).toBe(2)
  expect(begun).toEqual(titles)
  expect(ended.map(({ status }) => status)).toEqual(titles.map(title => (title === '3' ? 'rejected' : 'fulfilled')))
  await expect(studio({ ...drawing, title: 'later' }, manner)).resolves.toBe(drawn)
})

test('a studio loads what draws by itself', async () => {
  const { bytes } = await openStudio()({ ...drawing, title: '本周小结' }, manner)
  expect(bytes.byteLength).toBeGreaterThan(1_000)
})
