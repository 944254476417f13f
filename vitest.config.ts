import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Tests use real databases, processes and browsers: more at once than this and they only wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a browser or another process does takes longer on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    globalSetup: ['test/store/global-setup.ts'],
    reporters: ['default', './test/skipped-reporter.ts'],
  },
})
