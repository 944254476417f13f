import { z } from 'zod'
import type { Clock } from '../../../src/base/clock.ts'
import { PlatformError } from '../../../src/platform/errors.ts'
import { oneFlight } from '../../shared/flights.ts'
import type { DingTalkClient } from '../client.ts'
import type { TemplateField } from './contents.ts'

/** A template of DingTalk's reports. */
export interface Template {
  readonly id: string
  readonly fields: readonly TemplateField[]
}

const method = 'topapi/report/template/getbyname'

const field = z.object({
  field_name: z.string().min(1),
  sort: z.coerce.number().int(),
  type: z.coerce.number().int(),
})
const answer = z.object({ result: z.object({ id: z.string().min(1), fields: z.array(field) }) })

/** Milliseconds for which it is taken to be as it was: each question counts as one of the month's calls. */
const goodFor = 3_600_000

export interface TemplateParts {
  readonly client: DingTalkClient
  readonly name: string
  /** Real time. */
  readonly clock: Clock
}

/** The template by its name, as somebody who reports with it sees it. Throws PlatformError. */
export function createTemplate({ client, name, clock }: TemplateParts): (staffId: string) => Promise<Template> {
  let known: { readonly template: Template; readonly at: number } | null = null

  const ask = oneFlight(async staffId => {
    const body = { userid: staffId, template_name: name }
    const read = answer.safeParse(await client.ask(method, { body, lane: 'digest', answerWithinMs: 4_000 }))
    if (!read.success) throw new PlatformError('rejected', `${method}: the answer is no template`)
    const { id, fields } = read.data.result
    const template = { id, fields: fields.map(({ field_name, ...rest }) => ({ name: field_name, ...rest })) }
    known = { template, at: clock.now().getTime() }
    return template
  })

  return async staffId => {
    if (known !== null && clock.now().getTime() - known.at < goodFor) return known.template
    return await ask(staffId)
  }
}
