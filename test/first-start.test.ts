import { describe, expect, test } from 'vitest'
import type { Config } from '../src/config.ts'
import { readConfig } from '../src/config.ts'
import { whatToSeed } from '../src/first-start.ts'
import { isTimeReal, refuseMovedClock } from '../src/real-time.ts'

const slack = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' }
const standIn = { ...slack, SLACK_API_URL: 'http://127.0.0.1:9/api/' }
const platformsOf = (env: Record<string, string>): Config['platforms'] => readConfig(env).platforms

describe('a first start', () => {
  test.for<[string, Record<string, string>, string]>([
    ['makes the demo where nothing is set', {}, 'demo'],
    ['opens an empty Room where no demo is wanted', { DEMO: 'off' }, 'empty-room'],
    ['makes nothing where there is no Room', { ROOM: 'off' }, 'nothing'],
    ['makes nothing beside a real platform', slack, 'nothing'],
    ['makes nothing beside a real platform, even when a demo is asked for', { ...slack, DEMO: 'on' }, 'nothing'],
    ['makes nothing beside the stand-in of a platform', standIn, 'nothing'],
  ])('%s', ([, env, seed]) => {
    expect(whatToSeed(readConfig(env))).toBe(seed)
  })
})

describe('time', () => {
  test('is ours to move in the Room and before a stand-in, never before real people', () => {
    expect(isTimeReal(platformsOf({}))).toBe(false)
    expect(isTimeReal(platformsOf(standIn))).toBe(false)
    expect(isTimeReal(platformsOf(slack))).toBe(true)
  })

  test('that was moved before is refused for real people, with words that say what to do', () => {
    expect(() => refuseMovedClock(7_200_000, platformsOf(slack))).toThrow(
      expect.objectContaining({
        code: 'clock-moved',
        message: expect.stringMatching(/2\.0 hours.*slack.*DATA_DIR.*demo remove/s),
      }),
    )
    expect(() => refuseMovedClock(1, platformsOf(slack))).toThrow()
  })

  test('that was never moved, or is only the Room’s, is fine', () => {
    expect(() => refuseMovedClock(0, platformsOf(slack))).not.toThrow()
    expect(() => refuseMovedClock(7_200_000, platformsOf(standIn))).not.toThrow()
    expect(() => refuseMovedClock(7_200_000, platformsOf({}))).not.toThrow()
  })
})
