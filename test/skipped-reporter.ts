import type { Reporter, TestModule } from 'vitest/node'

/**
 * A test that did not run must not pass unseen: every skipped one is named at the end, with its reason. With FAIL_ON_SKIP set,
 * as continuous integration has it, the run fails.
 */
export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap(module => [...module.children.allTests('skipped')])
    if (skipped.length === 0) return
    console.log(`\nSKIPPED: ${skipped.length} ${skipped.length === 1 ? 'test' : 'tests'} did not run.`)
    for (const test of skipped) {
      const result = test.result()
      const reason = (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given'
      console.log(`  - ${test.module.relativeModuleId} > ${test.fullName}: ${reason}`)
    }
    if (process.env['FAIL_ON_SKIP']) process.exitCode = 1
  }
}
