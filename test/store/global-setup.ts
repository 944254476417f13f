import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Everything that the tests of this run write, their PostgreSQL included. */
    runFolder: string
  }
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bellwether-tests-'))
  project.provide('runFolder', folder)
  return async () => {
    await stopPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
