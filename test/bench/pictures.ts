import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { median } from './numbers.ts'
import { startFlags } from './start-flags.ts'
import { megabytes, ms, type Row } from './table.ts'

const program = path.join(import.meta.dirname, 'programs/pictures.ts')
const renders = 300
const warmUp = 75
const result = z.object({ took: z.array(z.number()), memory: z.array(z.number()) })

/** A board and a chart, each drawn 300 times: how long one takes, and whether the memory stays where it was. */
export async function measurePictures(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [what, sample] of [
    ['board picture', 'board-week'],
    ['chart of a month', 'month-bars'],
  ] as const) {
    const args = [...startFlags, program, sample, String(renders)]
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: path.join(import.meta.dirname, '../..'),
    })
    const { took, memory } = result.parse(JSON.parse(stdout))
    const warm = median(memory.slice(warmUp, 2 * warmUp))
    const late = median(memory.slice(-warmUp))
    rows.push(
      { what: `${what}, the first, with fonts and canvas to load`, value: ms(took[0] ?? 0) },
      {
        what: `${what}, p50 of ${renders}`,
        value: ms(median(took)),
        goal: { words: 'under 200 ms', met: median(took) < 200 },
      },
      {
        what: `${what}, memory after ${renders}`,
        value: megabytes(late),
        ratio: `${late < warm ? '−' : '+'}${megabytes(Math.abs(late - warm))} since ${warmUp}`,
        goal: { words: 'flat: within 30 MB', met: late - warm < 30 },
      },
    )
  }
  return rows
}
