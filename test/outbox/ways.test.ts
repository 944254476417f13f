import { describe, expect, it } from 'vitest'
import { type Destination, type Reader, type SurfacesOf, waysTo } from '../../src/outbox/ways.ts'
import type { Surface } from '../../src/platform/adapter.ts'
import { surface } from './scripted-adapter.ts'

const reader: Reader = {
  personId: 'p1',
  name: 'Li',
  accounts: [
    { platform: 'slack', accountId: 'U1' },
    { platform: 'wecom', accountId: 'W1' },
  ],
}
const channel = (only: Reader | null): Destination => ({ kind: 'channel', platform: 'slack', externalId: 'C1', only })
const person: Destination = { kind: 'person', reader }

const having =
  (group: Partial<Surface>, direct: Partial<Surface>, platforms = ['slack', 'wecom']): SurfacesOf =>
  platform =>
    platforms.includes(platform) ? { group: { ...surface, ...group }, direct: { ...surface, ...direct } } : undefined

describe('the ways to', () => {
  it.each([
    ['a group', channel(null), having({}, {}), false, ['group']],
    ['a reader in a group', channel(reader), having({}, {}), true, ['whisper', 'direct', 'openly']],
    ['a reader where nobody whispers', channel(reader), having({ whispers: false }, {}), true, ['direct', 'openly']],
    [
      'a reader whom we may not write to',
      channel(reader),
      having({ whispers: false }, { starts: 'never' }),
      true,
      ['openly'],
    ],
    ['a reader without an account there', channel({ ...reader, accounts: [] }), having({}, {}), true, ['openly']],
    ['a group of a platform that is off', channel(null), having({}, {}, []), false, []],
    ['a person, where they were last first', person, having({}, {}), false, ['direct', 'direct']],
    ['a person on one platform that is on', person, having({}, {}, ['wecom']), false, ['direct']],
    ['a person whom we may not write to', person, having({}, { starts: 'never' }), false, []],
    ['a person whom we may only answer', person, having({}, { starts: 'never' }), true, ['direct', 'direct']],
  ] as const)('%s', (_, destination, surfacesOf, answering, names) => {
    expect(waysTo(destination, surfacesOf, answering).map(way => way.name)).toEqual(names)
  })
})
