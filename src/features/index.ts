import { anniversaries } from './anniversaries/feature.ts'
import { boards } from './boards/feature.ts'
import { cases } from './cases/feature.ts'
import { champions } from './champions/feature.ts'
import { coaching } from './coaching/feature.ts'
import { contests } from './contests/feature.ts'
import { createDialogue } from './dialogue/feature.ts'
import { digests } from './digests/feature.ts'
import { disputes } from './disputes/feature.ts'
import { entries } from './entries/feature.ts'
import { fairness } from './fairness/feature.ts'
import type { Action, Command, Feature, Topic } from './feature.ts'
import { forms } from './forms/feature.ts'
import { createHelp } from './help/feature.ts'
import { kudos } from './kudos/feature.ts'
import { linking } from './linking/feature.ts'
import { mail } from './mail/feature.ts'
import { metrics } from './metrics/feature.ts'
import { notices } from './notices/feature.ts'
import { nudges } from './nudges/feature.ts'
import { overview } from './overview/feature.ts'
import { praise } from './praise/feature.ts'
import { createPrivacy } from './privacy/feature.ts'
import { reports } from './reports/feature.ts'
import { reviews } from './reviews/feature.ts'
import { rewards } from './rewards/feature.ts'
import { rounds } from './rounds/feature.ts'
import { rules } from './rules/feature.ts'
import type { SettingDeclaration } from './setting.ts'
import { createSettings } from './settings/feature.ts'
import { summaries } from './summaries/feature.ts'
import { targets } from './targets/feature.ts'
import { team } from './team/feature.ts'
import { timeliness } from './timeliness/feature.ts'
import { urgent } from './urgent/feature.ts'
import { createVoice } from './voice/feature.ts'
import { createWelcome } from './welcome/feature.ts'
import { wins } from './wins/feature.ts'

const commands = (): readonly Command[] => features.flatMap(feature => feature.commands ?? [])
const topics = (): readonly Topic[] => features.flatMap(feature => feature.topics ?? [])
const actions = (): readonly Action[] => features.flatMap(feature => feature.actions ?? [])
const settings = (): readonly SettingDeclaration[] => features.flatMap(feature => feature.settings ?? [])

/** What the product does. The only file that knows all features; the order is that of the help. */
export const features: readonly Feature[] = [
  reports,
  overview,
  targets,
  boards,
  entries,
  disputes,
  champions,
  praise,
  contests,
  rewards,
  summaries,
  wins,
  // A form that is asked for step by step hears its answers before the quiz takes a letter for one of its own.
  createDialogue(actions),
  cases,
  kudos,
  urgent,
  notices,
  rules,
  nudges,
  coaching,
  createVoice(),
  team,
  anniversaries,
  linking,
  mail,
  createSettings(settings),
  forms,
  metrics,
  rounds,
  timeliness,
  digests,
  reviews,
  fairness,
  createWelcome(commands),
  createPrivacy(() => features),
  createHelp(commands, topics),
]
