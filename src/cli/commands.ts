import { auditShow } from './audit-show.ts'
import { auditVerify } from './audit-verify.ts'
import { backup } from './backup.ts'
import type { CliCommand } from './command.ts'
import { demoRemove, demoReset } from './demo.ts'
import { doctor } from './doctor/doctor.ts'
import { createHelp } from './help.ts'
import { membersImport } from './members-import.ts'
import { restore } from './restore.ts'
import { simulate } from './simulate/simulate.ts'
import { slackManifest } from './slack-manifest.ts'
import { wordsImport } from './words-import.ts'

/** Everything that can be typed after `bellwether`. */
export const commands: readonly CliCommand[] = [
  doctor,
  backup,
  restore,
  simulate,
  slackManifest,
  membersImport,
  auditVerify,
  auditShow,
  wordsImport,
  demoReset,
  demoRemove,
  createHelp(() => commands),
]
