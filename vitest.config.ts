import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Whatever the tests put beside them goes with the run; read once for each project, this is done once. A database of another user lies in it too. */
if (!tmpdir().includes('wangge-tests-')) {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-tests-'))
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
}

/** Pure tests once, tests on a database once per engine. */
const onDatabase = { include: ['{modules,server,testing,demo}/**/*.api.test.ts', '{modules,server,testing,demo}/**/api.test.ts'], globalSetup: ['testing/setup.ts'], setupFiles: ['testing/each-file.ts'] }

/** Asked on PostgreSQL alone: each makes databases of its own, three seconds for every one of the embedded engine, or asks every list of every role. The program's own first start on the embedded engine is `server/closing.test.ts`. */
const onPostgresAlone = ['server/{first-start,key,migrate,move}.api.test.ts', 'modules/today/counts.api.test.ts']

export default defineConfig({
  test: {
    // Generous: a machine that is busy with something else is no fault of a test.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
    projects: [
      { extends: true, test: { name: 'pure', include: ['**/*.test.{ts,tsx}'], exclude: ['**/*.api.test.ts', '**/api.test.ts', 'node_modules/**', 'browser/**', 'dist/**'] } },
      { extends: true, test: { name: 'embedded', ...onDatabase, exclude: onPostgresAlone } },
      { extends: true, test: { name: 'postgres', ...onDatabase } },
    ],
  },
})
