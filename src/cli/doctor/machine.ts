import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { type Finding, fault, ok, warning } from './finding.ts'

export function checkRuntime(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 12))
    return ok('runtime', { zh: `Node ${version}`, en: `Node ${version}` })
  return fault(
    'runtime',
    { zh: `Node ${version} 太旧`, en: `Node ${version} is too old` },
    { zh: '请用 npm run bellwether，它自带合适的 Node', en: 'use npm run bellwether, which brings the right one' },
  )
}

const MB = 1024 ** 2
const enough = 1024 * MB
const tooLittle = 200 * MB

export async function readDisk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearestExisting(path.resolve(folder)))
  return judgeDisk(bavail * bsize)
}

export function judgeDisk(free: number): Finding {
  const size = `${Math.floor(free / MB)} MB`
  const said = { zh: `磁盘剩余 ${size}`, en: `${size} of disk are free` }
  const todo = { zh: '请腾出空间或换一个更大的磁盘', en: 'make room, or move DATA_DIR to a larger disk' }
  if (free < tooLittle) return fault('disk', said, todo)
  return free < enough ? warning('disk', said, todo) : ok('disk', said)
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder))
}
