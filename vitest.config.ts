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
const onDatabase = { globalSetup: ['testing/setup.ts'], setupFiles: ['testing/each-file.ts'] }
const everything = ['{modules,server,testing,demo}/**/*.api.test.ts', '{modules,server,testing,demo}/**/api.test.ts']

/** Each of these makes databases of its own, three seconds for every one of the embedded engine, or asks every list of every role. The program's first start on the embedded engine is `server/closing.test.ts`. */
const onPostgresAlone = ['server/{first-start,key,migrate,move}.api.test.ts', 'modules/today/counts.api.test.ts']

/**
 * What `npm test` asks of the embedded engine (docs/decisions/0104): every endpoint by its example, the frame, and the modules the others stand on. Everything
 * else is asked of it by hand (`npx vitest run` or `--project embedded`); the demo and all browser journeys run on it anyway.
 */
const inTheWholeRun = ['{testing,server}/*.api.test.ts', 'modules/{territory,people,screening,quarantine,reporting}/api.test.ts']

export default defineConfig({
  test: {
    // Generous: a machine that is busy with something else is no fault of a test.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
    projects: [
      { extends: true, test: { name: 'pure', include: ['**/*.test.{ts,tsx}'], exclude: ['**/*.api.test.ts', '**/api.test.ts', 'node_modules/**', 'browser/**', 'dist/**'] } },
      { extends: true, test: { name: 'embedded', ...onDatabase, include: process.env['WANGGE_TESTS'] === 'whole' ? inTheWholeRun : everything, exclude: onPostgresAlone } },
      { extends: true, test: { name: 'postgres', ...onDatabase, include: everything } },
    ],
  },
})
