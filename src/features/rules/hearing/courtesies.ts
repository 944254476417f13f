import type { MemberContext } from '../../../context.ts'
import type { Hit } from '../checks/looks.ts'
import { sealEvidence } from '../findings/evidence.ts'
import {
  type Finding,
  keepStanding,
  lockStanding,
  type Mode,
  type NewFinding,
  writeFindings,
} from '../findings/store.ts'
import { courtesyFor } from '../manners.ts'
import { noteStep } from '../noted.ts'
import type { Step } from '../rule.ts'
import { hearingSettings } from './hearing-settings.ts'

/** A finding with the step that it leads to; null where nobody is told. */
export interface Courteous extends Hit {
  readonly finding: Finding
  readonly step: Step | null
}

interface Place {
  readonly text: string
  readonly eventId: string
  readonly channelId: string
}

/** Writes down what was found, and takes the steps that manners allow. Rules come in one order, so that no two wait for each other. */
export async function takeSteps(ctx: MemberContext, hits: readonly Hit[], place: Place): Promise<readonly Courteous[]> {
  const inOrder = hits.toSorted((one, other) => (one.rule.id < other.rule.id ? -1 : 1))
  const taken: { hit: Hit; step: Step | null; row: NewFinding }[] = []
  for (const hit of inOrder) taken.push({ hit, ...(await takeStep(ctx, hit, place)) })
  const findings = await writeFindings(
    ctx.tx,
    ctx.team.id,
    taken.map(({ row }) => row),
  )
  return taken.flatMap(({ hit, step }, n) => {
    const finding = findings[n]
    return finding === undefined ? [] : [{ ...hit, step, finding }]
  })
}

async function takeStep(ctx: MemberContext, { rule, found }: Hit, { text, eventId, channelId }: Place) {
  const { tx, team, actor, now: at, sealing } = ctx
  const { memberId } = actor
  const mode = modeOf(rule.state === 'on', found.doubtful === true)
  const keeps = sealing !== null && hearingSettings(team).keepDays > 0
  const evidence = keeps ? sealEvidence(sealing, rule.id, text, found) : null
  const row = {
    teamId: team.id,
    ruleId: rule.id,
    version: rule.version,
    memberId,
    channelId,
    at,
    mode,
    eventId,
    evidence,
  }
  if (mode !== 'on') return { step: null, row: { ...row, step: null, rung: null } }
  const { courtesy, standing } = courtesyFor(rule.definition.manners, await lockStanding(tx, rule.id, memberId), at)
  await keepStanding(tx, rule.id, memberId, standing)
  if (courtesy.kind === 'cooling') return { step: null, row: { ...row, step: 'cooling' as const, rung: null } }
  const { key } = rule.definition
  noteStep(ctx, { key, version: rule.version, step: courtesy.step.do, rung: courtesy.number })
  return { step: courtesy.step, row: { ...row, step: courtesy.step.do, rung: courtesy.number } }
}

function modeOf(isOn: boolean, isDoubtful: boolean): Mode {
  if (isDoubtful) return 'doubtful'
  return isOn ? 'on' : 'shadow'
}
