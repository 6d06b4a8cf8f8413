import { defineConfig } from '@playwright/test'

const port = Number(process.env['BROWSER_PORT'] ?? 8377)
const WORKERS = 2

/** Journeys by role in a real Chromium, on the demo community of a fixed day; those of a file one after the other, for they share its register. Each worker has a house of its own. */
export default defineConfig({
  testDir: 'browser',
  workers: WORKERS,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // What fails once and not again is reported as flaky by name, with the trace of the second run; recording every run costs a fifth of the time.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: 'build/playwright.json' }]],
  outputDir: 'build/playwright',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'on-first-retry',
    launchOptions: {
      ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: Array.from({ length: WORKERS }, (_, place) => ({
    command: `node browser/serve.mjs ${place}`,
    url: `http://127.0.0.1:${port + place}/readyz`,
    timeout: 400_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
    stdout: 'pipe' as const,
    env: { PORT: String(port + place) },
  })),
})
