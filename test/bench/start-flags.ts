import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const file = path.join(import.meta.dirname, '../../package.json')
const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(readFileSync(file, 'utf8')))

/** With what `npm start` starts Node: what is measured is what people run. */
export const startFlags: readonly string[] = scripts.start.split(' ').slice(1, -1)
