import { defineConfig } from '@playwright/test'

const port = Number(process.env['BROWSER_PORT'] ?? 8377)

/** Journeys by role in a real Chromium, on the demo community of a fixed day; one after the other, for they share its register. */
export default defineConfig({
  testDir: 'browser',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'build/playwright.json' }]],
  outputDir: 'build/playwright',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM'] ? { executablePath: process.env['CHROMIUM'] } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: 'node browser/serve.mjs',
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 400_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    env: { PORT: String(port) },
  },
})
