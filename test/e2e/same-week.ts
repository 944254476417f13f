import { expect } from 'vitest'
import type { Person } from './person.ts'
import { isJpeg } from './sent-bytes.ts'
import { until } from './until.ts'

/** What is the same of a team's week on every platform where it is typed in Chinese. */
interface Week {
  readonly li: Person<unknown>
  readonly wang: Person<unknown>
  /** What the group was told that matches. */
  inGroup(words: RegExp): readonly string[]
  /** The pictures that the group was shown. */
  pictures(): readonly Uint8Array[]
}

/** Li Na has sold for 8万: a target of her own, and how she stands towards it, are hers to know. */
export async function expectOwnTarget({ li, wang, inGroup }: Pick<Week, 'li' | 'wang' | 'inGroup'>): Promise<void> {
  await li.tells('目标 签单额 20万 本月')
  await li.sees(/签单额 20万/)
  await li.says('我的')
  await li.sees(/本月签单额 8万 \/ 20万/)
  expect([...inGroup(/20万/), ...wang.texts().filter(text => /20万/.test(text))]).toEqual([])
}

/** Wang Qiang rings the bell for a deal twice; it is heard, and seen, once. */
export async function expectBellOnce({ wang, inGroup, pictures }: Omit<Week, 'li'>): Promise<void> {
  await wang.says('喜报 中建 5万 # 跑了三趟')
  await wang.sees(/喜报 · 中建 5万/)
  await until(() => pictures().length > 0, 'the bell comes as a picture too')
  expect(pictures().map(isJpeg)).toEqual([true])
  await wang.says('喜报 中建 5万')
  await wang.sees(/已经报过喜/)
  expect(inGroup(/喜报[\s\S]*拿下 中建，金额 5万/)).toHaveLength(1)
}
