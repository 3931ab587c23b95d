import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['./tests/support/template.ts', './tests/support/chromium.ts'],
    setupFiles: './tests/support/quiet.ts',
    testTimeout: process.env.NIGHTLY ? 14_400_000 : 600_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 60_000 } }, // what comes comes, also on a busy machine
  },
})
