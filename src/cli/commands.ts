import { backup } from './backup.ts'
import type { CliCommand } from './command.ts'
import { doctor } from './doctor/doctor.ts'
import { createHelp } from './help.ts'
import { restore } from './restore.ts'

/** Everything that can be typed after `bellwether`. */
export const commands: readonly CliCommand[] = [doctor, backup, restore, createHelp(() => commands)]
