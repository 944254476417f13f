import type { Words } from '../../src/base/words.ts'
import type { Check } from '../../src/platform/adapter.ts'

/** What an adapter tells `doctor`, by how bad it is. What is not well comes with what to do about it. */
export interface Checks {
  ok(said: Words, todo?: Words): Check
  warning(said: Words, todo: Words): Check
  fault(said: Words, todo: Words): Check
}

/** @param platform - as people call it: each check begins with it, since `doctor` tells of several */
export function checksOf(platform: Words): Checks {
  const named = ({ zh, en }: Words): Words => ({ zh: `${platform.zh}：${zh}`, en: `${platform.en}: ${en}` })
  return {
    ok: (said, todo) => ({ level: 'ok', said: named(said), ...(todo && { todo }) }),
    warning: (said, todo) => ({ level: 'warning', said: named(said), todo }),
    fault: (said, todo) => ({ level: 'fault', said: named(said), todo }),
  }
}
