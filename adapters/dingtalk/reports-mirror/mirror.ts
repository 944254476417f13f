import type { Clock } from '../../../src/base/clock.ts'
import type { Check, MirroredReport } from '../../../src/platform/adapter.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import type { Memory } from '../../../src/platform/memory.ts'
import type { DingTalkClient } from '../client.ts'
import { isOutside } from '../decode/wire.ts'
import { checkOutcome, type Outcome, outcome } from './check.ts'
import { contentsOf } from './contents.ts'
import { createTemplate } from './template.ts'

/** Files reports in 钉钉日志 too. */
export interface ReportsMirror {
  /** Throws only PlatformError. Once it may have been filed, a revision is never filed again. */
  mirror(report: MirroredReport): Promise<void>
  /** What became of the last one, for `doctor`. */
  check(): Promise<readonly Check[]>
}

export interface MirrorParts {
  readonly client: DingTalkClient
  readonly templateName: string
  readonly memory: Memory
  /** Real time. */
  readonly clock: Clock
}

const create = 'topapi/report/create'
const lastKey = 'report:last'
/** Added when a revision is filed: until then its count tells how often that was begun. */
const filed = 1_000_000

export function createReportsMirror({ client, templateName, memory, clock }: MirrorParts): ReportsMirror {
  const underWay = new Map<string, Promise<void>>()
  const templateFor = createTemplate({ client, name: templateName, clock })

  async function file({ accountId, ...report }: MirroredReport): Promise<void> {
    const { id: template_id, fields } = await templateFor(accountId)
    const contents = contentsOf(fields, { accountId, ...report })
    if (contents === null) throw new PlatformError('rejected', `${create}: the template has no text field`)
    const create_report_param = { userid: accountId, template_id, contents, dd_from: 'bellwether', to_chat: false }
    await client.ask(create, { body: { create_report_param }, lane: 'digest', answerWithinMs: 4_000 })
  }

  async function remember(became: Omit<Outcome, 'at'>): Promise<void> {
    await reach(() => memory.set(lastKey, { ...became, at: clock.now().toISOString() }))
  }

  async function fileOnce(report: MirroredReport, key: string): Promise<void> {
    const begun = await reach(() => memory.add(key, 1))
    if (begun > filed) return
    try {
      // Whoever began it before us died over it: DingTalk cannot tell how far they came, and takes the same twice.
      if (begun > 1) throw new PlatformError('uncertain', `${create}: it may have been filed before`)
      await file(report)
    } catch (error) {
      await remember({ filed: false, why: error instanceof PlatformError ? error.message : 'fault' })
      if (error instanceof PlatformError && isUndone(error)) await reach(() => memory.add(key, -1))
      throw error
    }
    await reach(() => memory.add(key, filed))
    await remember({ filed: true, why: '' })
  }

  async function lastOutcome(): Promise<Outcome | null | 'out of reach'> {
    try {
      return outcome.safeParse(await memory.get(lastKey)).data ?? null
    } catch {
      // The operator is told so, and why.
      return 'out of reach'
    }
  }

  return {
    async mirror(report) {
      if (isOutside(report.accountId)) return
      const key = `report:${report.id}:${report.revision}`
      // Two changes in quick succession both find the later one.
      const filing = underWay.get(key) ?? fileOnce(report, key).finally(() => underWay.delete(key))
      underWay.set(key, filing)
      await filing
    },

    async check() {
      return [checkOutcome(templateName, await lastOutcome())]
    },
  }
}

/** It was certainly not filed, and may be later. */
function isUndone({ kind }: PlatformError): boolean {
  return kind === 'rate-limited' || kind === 'unavailable'
}

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new PlatformError('unavailable', 'what was filed cannot be looked up', { cause: error })
  }
}
