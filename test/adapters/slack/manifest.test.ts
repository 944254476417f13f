import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeEvent } from '../../../adapters/slack/decode/event.ts'
import { type ManifestRequest, makeManifest } from '../../../adapters/slack/setup/manifest.ts'
import { neededScopes, wantedEvents } from '../../../adapters/slack/setup/scopes.ts'
import { features } from '../../../src/features/index.ts'

const commands = features.flatMap(feature => feature.commands ?? [])
const shortcuts = features.flatMap(({ actions = [] }) =>
  actions.flatMap(({ id, onMessages }) => (onMessages === undefined ? [] : [{ id, label: onMessages }])),
)
const ours: ManifestRequest = { commands, shortcuts, prefix: 'bw', door: { mode: 'socket' }, lang: 'en' }
const slashesOf = (request: ManifestRequest) =>
  makeManifest(request).manifest.features?.slash_commands?.map(({ command }) => command)

describe('the slash commands', () => {
  test.each([
    ['bw', '/bw', '/bw-'],
    [null, '/bellwether', '/'],
    ['call', '/call-bellwether', '/call-'],
  ])(
    'with the prefix %s begin with %s, which takes every word; what follows begins with %s',
    (prefix, umbrella, own) => {
      const [first, ...others] = slashesOf({ ...ours, prefix }) ?? []
      const leftOut = new Set(makeManifest({ ...ours, prefix }).leftOut.commands.map(({ name }) => name))
      expect(first).toBe(umbrella)
      expect(others).toEqual(commands.filter(({ name }) => !leftOut.has(name)).map(({ name }) => own + name))
      expect(new Set([first, ...others]).size).toBe(others.length + 1)
    },
  )

  test('are there for everything that is used every day, unless Slack has its name for itself', () => {
    const everyday = commands.filter(command => command.everyday).map(({ name }) => name)
    expect(everyday.length).toBeGreaterThan(5)
    expect(slashesOf(ours)).toEqual(expect.arrayContaining(everyday.map(name => `/bw-${name}`)))
    const { commands: leftOut } = makeManifest({ ...ours, prefix: null }).leftOut
    const missed = leftOut.filter(({ name }) => everyday.includes(name))
    expect(missed).toContainEqual({ name: 'leave', why: 'built-in' })
    expect(missed.map(({ why }) => why)).not.toContain('too-many')
  })

  test('leave out what Slack has for itself where there is no prefix, and say so', () => {
    const made = makeManifest({ ...ours, prefix: null })
    const names = made.manifest.features?.slash_commands?.map(({ command }) => command)
    expect(names).toContain('/plan')
    expect(names).toContain('/help')
    expect(names).not.toContain('/leave')
    expect(made.leftOut.commands).toEqual(
      expect.arrayContaining([
        { name: 'feedback', why: 'built-in' },
        { name: 'join', why: 'built-in' },
        { name: 'leave', why: 'built-in' },
      ]),
    )
  })

  test('show the example without the word itself, in the language asked for', () => {
    const made = makeManifest({ ...ours, lang: 'zh' }).manifest.features?.slash_commands ?? []
    const plan = made.find(({ command }) => command === '/bw-plan')
    expect(plan?.usage_hint).toMatch(/^拜访3/)
    expect(made.find(({ command }) => command === '/bw-why')).not.toHaveProperty('usage_hint')
    for (const { description } of made) expect(description).toMatch(/\p{Script=Han}/u)
  })

  test('are fifty of sixty: the one for every word, all of every day, and the others as they are declared', () => {
    const words = { zh: '做', en: 'Do' }
    const sixty = Array.from({ length: 60 }, (_, at) => {
      const everyday = at % 10 === 9 || at > 55
      return { name: `do-${at}`, summary: words, example: words, everyday }
    })
    const { manifest, leftOut } = makeManifest({ ...ours, prefix: null, commands: sixty })
    const names = manifest.features?.slash_commands?.map(({ command }) => command) ?? []
    const everyday = sixty.filter(command => command.everyday).map(({ name }) => `/${name}`)
    expect(names).toHaveLength(50)
    expect(names[0]).toBe('/bellwether')
    expect(everyday).toHaveLength(9)
    expect(names).toEqual(expect.arrayContaining(everyday))
    const last = ['44', '45', '46', '47', '48', '50', '51', '52', '53', '54', '55']
    expect(leftOut.commands).toEqual(last.map(at => ({ name: `do-${at}`, why: 'too-many' })))
  })

  test('take no room where Slack would not take their name, and say why', () => {
    const words = { zh: '做', en: 'Do' }
    const declare = (name: string) => ({ name, summary: words, example: words })
    const many = Array.from({ length: 50 }, (_, at) => declare(`do-${at}`))
    const odd = ['日报', 'Upper', 'a b', 'x'.repeat(32)].map(declare)
    const { manifest, leftOut } = makeManifest({ ...ours, prefix: null, commands: [...odd, ...many] })
    expect(manifest.features?.slash_commands).toHaveLength(50)
    expect(leftOut.commands.map(({ why }) => why)).toEqual(['unfit', 'unfit', 'unfit', 'unfit', 'too-many'])
  })
})

describe('the app', () => {
  test('needs no address in socket mode', () => {
    const { manifest } = makeManifest(ours)
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: true,
      token_rotation_enabled: false,
      org_deploy_enabled: false,
      interactivity: { is_enabled: true },
    })
    expect(JSON.stringify(manifest)).not.toMatch(/"(request_)?url"/)
  })

  test('is called at one address in HTTP mode: events, interactivity and every command', () => {
    const url = 'https://bot.example/slack/events'
    const { manifest } = makeManifest({ ...ours, door: { mode: 'http', url } })
    expect(manifest.settings?.socket_mode_enabled).toBe(false)
    expect(manifest.settings?.event_subscriptions?.request_url).toBe(url)
    expect(manifest.settings?.interactivity?.request_url).toBe(url)
    expect(manifest.features?.slash_commands?.every(command => command.url === url)).toBe(true)
  })

  test('has a Home tab, and a Messages tab in which one can write', () => {
    expect(makeManifest(ours).manifest.features?.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })

  test('offers the shortcuts that features declare on messages, each under its own id', () => {
    const made = makeManifest(ours).manifest.features?.shortcuts ?? []
    expect(made.map(({ callback_id }) => callback_id)).toEqual(shortcuts.map(({ id }) => id))
    expect(made.every(({ type }) => type === 'message')).toBe(true)
  })

  test('asks for each scope once, and only for events that we read', () => {
    const { scopes } = makeManifest(ours).manifest.oauth_config ?? {}
    expect(scopes?.bot).toEqual([...new Set(neededScopes.map(({ scope }) => scope))])
    const me = { userId: 'U1', botId: 'B1', teamId: 'T1' }
    for (const event of wantedEvents) {
      const [type] = event.split('.')
      expect(decodeEvent({ event_id: 'Ev1', event: { type } }, me), event).not.toMatchObject({ why: 'of no interest' })
    }
  })
})

test('whatever is declared, the manifest keeps the limits of Slack', () => {
  const words = fc.record({ zh: fc.string({ maxLength: 2_500 }), en: fc.string({ maxLength: 2_500 }) })
  const name = fc.oneof(fc.string({ maxLength: 40 }), fc.stringMatching(/^[a-z]{3,8}$/))
  const command = fc.record({ name, summary: words, example: words, everyday: fc.boolean() })
  const shortcut = fc.record({ id: fc.string({ minLength: 1, maxLength: 40 }), label: words })
  const request = fc.record({
    commands: fc.array(command, { maxLength: 120, size: 'max' }),
    shortcuts: fc.array(shortcut, { maxLength: 12 }),
    prefix: fc.option(fc.stringMatching(/^[a-z0-9_-]{1,16}$/)),
    lang: fc.constantFrom('zh' as const, 'en' as const),
  })
  fc.assert(
    fc.property(request, asked => {
      const { manifest, leftOut } = makeManifest({ ...asked, door: { mode: 'socket' } })
      const { slash_commands = [], shortcuts: short = [] } = manifest.features ?? {}
      expect(slash_commands.length).toBeLessThanOrEqual(50)
      expect(short.length).toBeLessThanOrEqual(10)
      expect(slash_commands.length + leftOut.commands.length).toBe(1 + asked.commands.length)
      expect(short.length + leftOut.shortcuts.length).toBe(asked.shortcuts.length)
      for (const { command: name, description, usage_hint: hint = 'x' } of slash_commands) {
        expect(name).toMatch(/^\/[a-z0-9_-]{1,31}$/)
        expect(description.length).toBeLessThanOrEqual(2_000)
        expect(hint.length).toBeGreaterThan(0)
        expect(hint.length).toBeLessThanOrEqual(1_000)
      }
      for (const { name, description } of short) {
        expect(name.length).toBeLessThanOrEqual(24)
        expect(description.length).toBeLessThanOrEqual(150)
      }
    }),
    { numRuns: 60 },
  )
})
