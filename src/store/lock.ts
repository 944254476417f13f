import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { StoreError } from './faults.ts'

export interface FolderLock {
  release(): void
}

const Holder = z.object({ pid: z.number(), host: z.string(), since: z.string() })
type Holder = z.infer<typeof Holder>

/**
 * Makes this process the only one that uses `folder`, which PGlite itself does not ensure: two of them on one folder lose
 * rows. The lock is SQLite's own on an empty file, because the kernel gives it back when the process dies, however it dies.
 * Throws `data-in-use` when another process holds it.
 */
export function lockFolder(folder: string, now: Date): FolderLock {
  const holderFile = path.join(folder, 'lock.json')
  const database = new DatabaseSync(path.join(folder, 'lock'), { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw isBusy(error) ? inUse(folder, readHolder(holderFile), error) : error
  }
  // Beside the lock and not in it: closing any other handle on the locked file would drop the lock.
  const holder: Holder = { pid: process.pid, host: hostname(), since: now.toISOString() }
  writeFileSync(holderFile, JSON.stringify(holder))
  return {
    release() {
      rmSync(holderFile, { force: true })
      database.close()
    },
  }
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

/** Who holds the lock, or null in the moment before the holder has written it down. */
function readHolder(file: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function inUse(folder: string, holder: Holder | null, cause: unknown): StoreError {
  const zh = holder ? `（进程 ${holder.pid}，主机 ${holder.host}，自 ${holder.since}）` : ''
  const en = holder ? ` (process ${holder.pid} on ${holder.host} since ${holder.since})` : ''
  return new StoreError(
    'data-in-use',
    {
      zh: `数据目录 ${folder} 正被另一个领头羊进程使用${zh}。请先停止它，或用 DATA_DIR 指定另一个目录。`,
      en: `The data folder ${folder} is in use by another Bellwether process${en}. Stop that one first, or set DATA_DIR to another folder.`,
    },
    { cause },
  )
}
