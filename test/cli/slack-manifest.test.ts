import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type } from './paper.ts'

const shape = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({ slash_commands: z.array(z.object({ command: z.string(), url: z.string().optional() })) }),
  settings: z.object({ socket_mode_enabled: z.boolean() }),
})

async function manifest(line: string, env: Record<string, string> = {}) {
  const { code, out, err } = await type(`slack manifest ${line}`, { env })
  expect(code).toBe(0)
  const { features, settings, display_information } = shape.parse(JSON.parse(out))
  const commands = features.slash_commands
  return { commands, names: commands.map(it => it.command), settings, name: display_information.name, err }
}

describe('slack manifest', () => {
  test('prints nothing but the manifest, and beside it which words Slack has for itself', async () => {
    const { names, settings, err } = await manifest('')
    expect(names).toEqual(expect.arrayContaining(['/plan', '/report', '/board', '/my', '/team', '/help', '/setup']))
    expect(names).not.toContain('/leave')
    expect(settings.socket_mode_enabled).toBe(true)
    expect(err).toMatch(/\/join \/leave.*SLACK_COMMAND_PREFIX/)
  })

  test('says how to type what has no slash of its own, in both languages', async () => {
    const zh = await type('slack manifest', { lang: 'zh' })
    expect((await manifest('')).err).toMatch(/typed so: \/bellwether [a-z]+\./)
    expect(zh.err).toMatch(/\/join \/leave.* 是 Slack 自己的[\s\S]*这样输入就行：\/bellwether [a-z]+。/)
  })

  test('names what found no room among the fifty, and how it is typed with the prefix', async () => {
    const { names, err } = await manifest('--prefix bw')
    expect(names).toHaveLength(50)
    const [leftOut = ''] = err.split('\n').filter(line => line.includes('50 commands'))
    const named = leftOut.match(/(?<=\/)[a-z-]+/g) ?? []
    expect(named.length).toBeGreaterThan(0)
    for (const name of named) expect(names).not.toContain(`/bw-${name}`)
    expect(err).toContain(`/bw ${named[0]}.`)
  })

  test.for<[string, Record<string, string>]>([
    ['--prefix bw', {}],
    ['--prefix bw', { SLACK_COMMAND_PREFIX: 'other' }],
    ['', { SLACK_COMMAND_PREFIX: 'bw' }],
  ])('with a prefix leaves nothing to Slack itself: "%s" with %j', async ([line, env]) => {
    const { names, err } = await manifest(line, env)
    expect(names).toContain('/bw-leave')
    expect(names.every(name => name === '/bw' || name.startsWith('/bw-'))).toBe(true)
    expect(err).not.toContain('itself')
  })

  test('goes by the mode of the settings unless another is asked for', async () => {
    const { commands, settings } = await manifest('--url https://bot.example --prefix bw', { SLACK_MODE: 'http' })
    expect(settings.socket_mode_enabled).toBe(false)
    expect(commands.every(({ url }) => url === 'https://bot.example/slack/events')).toBe(true)
    expect((await manifest('--mode socket', { SLACK_MODE: 'http' })).settings.socket_mode_enabled).toBe(true)
  })

  test('speaks the language asked for', async () => {
    expect((await manifest('--lang zh')).name).toContain('领头羊')
    expect((await manifest('')).name).toBe('Bellwether')
  })
})
