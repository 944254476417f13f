import { describe, expect, it } from 'vitest'
import { actions, image, link, mention, text } from '../../../src/content/build.ts'
import type { Block } from '../../../src/content/content.ts'
import type { Address, Progress } from '../../../src/platform/adapter.ts'
import { type Death, mortal } from '../mortal.ts'
import { chart, type Lanes, li, openSender, type SaidOptions, sales } from './sending.ts'

const confirm = { id: 'plan.confirm', label: '确认', words: '/确认', value: '7' }
const board = [
  text('本周榜单 ', link('https://example.com/', '全部')),
  image('chart', '图：第一名 李'),
  actions(confirm),
]
/** Whoever is called is called by the webhook, which takes little at once. */
const long = Array.from({ length: 3 }, (_, n) =>
  text(mention({ id: 'm-li', name: '李' }), `第${n + 1}段`, '说明'.repeat(450)),
)

interface Scene {
  readonly lanes: Lanes
  readonly to: Address
  readonly blocks: readonly (Block | null)[]
  readonly options: SaidOptions
}

/** Says it in a process that dies at the nth time, then as the outbox does after that; answers what is seen, and how that ended. */
async function killed({ lanes, to, blocks, options }: Scene, nth: number, death: Death) {
  const { say, seen, talked, pictures, newKey, restart, sender } = await openSender(lanes)
  pictures.set('chart', chart)
  await talked(to)
  const key = newKey()
  const life = mortal(nth, death)
  const said = say(to, blocks, { ...options, key, progress: life.progress }).then(() => 'said' as const)
  if ((await Promise.race([life.dead, said])) === 'said') return { seen: seen(to), end: 'it was not killed' as const }
  restart()
  const { kept } = life.reborn()
  try {
    const found = await sender.find({ address: to, key, since: new Date(0), kept })
    if (found !== null) return { seen: seen(to), end: 'found' as const }
  } catch (error) {
    expect(error).toMatchObject({ kind: 'unreachable' })
    return { seen: seen(to), end: 'nobody knows' as const }
  }
  await say(to, blocks, { ...options, key, progress: life.reborn() })
  return { seen: seen(to), end: 'went on' as const }
}

const scenes: readonly (Scene & { readonly name: string })[] = [
  { name: 'the webhook and the bot in a group', lanes: {}, to: sales, blocks: board, options: {} },
  { name: 'the bot alone', lanes: { webhook: false, app: false }, to: sales, blocks: board, options: {} },
  { name: 'an answer to one person', lanes: {}, to: li, blocks: board, options: { lane: 'reply' } },
  { name: 'words that are too long for one', lanes: {}, to: sales, blocks: long, options: {} },
]

describe.each(scenes)('a process that dies over a message of several, by $name', scene => {
  it('leaves nothing out and says nothing twice, but for the one over which it died', async () => {
    const whole = await killed(scene, 0, 'before it is kept')
    expect(whole.end).toBe('it was not killed')
    expect(whole.seen.length).toBeGreaterThan(1)
    const calls = whole.seen.length
    for (let call = 0; call < calls; call++) {
      const last = call === calls - 1
      const [before, after] = [2 * call + 1, 2 * call + 2]
      const contents = (it: { seen: readonly string[] }) => it.seen.map(contentOf)
      const notBegun = await killed(scene, before, 'before it is kept')
      expect([contents(notBegun), notBegun.end]).toEqual([contents(whole), 'went on'])
      const notSaid = await killed(scene, before, 'when it is kept')
      const others = contents(whole).filter((_, at) => at !== call)
      expect([contents(notSaid), notSaid.end]).toEqual([others, last ? 'nobody knows' : 'went on'])
      const said = await killed(scene, after, 'before it is kept')
      expect([contents(said), said.end]).toEqual([contents(whole), last ? 'nobody knows' : 'went on'])
      const noted = await killed(scene, after, 'when it is kept')
      expect([contents(noted), noted.end]).toEqual([contents(whole), last ? 'found' : 'went on'])
    }
  }, 120_000)
})

/** By which way it went may change with the process: an answer can be given only over the connection that brought the question. */
function contentOf(seen: string): string {
  return seen.replace(/^\w+ (stream|markdown\w*|stream_with_template_card) /, 'words ').replace(/^\w+ /, '')
}

it('what was kept in a shape that nobody can read is given up, not said again', async () => {
  const { sender, say, seen } = await openSender()
  const sought = { address: sales, key: 'k', since: new Date(0) }
  await expect(sender.find({ ...sought, kept: { begun: 'long ago' } })).rejects.toMatchObject({ kind: 'unreachable' })
  const progress: Progress = { kept: 7, keep: async () => {} }
  await expect(say(sales, '本周', { progress })).rejects.toMatchObject({ kind: 'unreachable' })
  expect(seen(sales)).toEqual([])
})
