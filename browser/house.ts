import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test as base, type Page, type Request } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

interface House {
  /** Signs in and opens a page; a page with an error in its console fails the test at its end. */
  as: (login: string, path?: string) => Promise<Page>
  problems: string[]
}

const port = Number(process.env['BROWSER_PORT'] ?? 8377)

export const test = base.extend<House>({
  baseURL: ({}, use, { parallelIndex }) => use(`http://127.0.0.1:${port + parallelIndex}`),
  page: async ({ page }, use) => {
    watch(page)
    await use(page)
  },
  problems: async ({ page }, use) => {
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => { if (message.type() === 'error' && !/status of (401|403|404|409|422)|ERR_INTERNET_DISCONNECTED/.test(message.text())) problems.push(message.text()) })
    await use(problems)
    expect(problems, 'errors in the console').toEqual([])
  },
  as: async ({ page, problems }, use) => {
    await use(async (login, path = '/') => {
      expect(problems).toEqual([])
      const answer = await page.request.post('/api/accounts/sign-in', { data: { login, password: 'Wangge-2026' }, headers: { 'X-Wangge': '1', 'Idempotency-Key': crypto.randomUUID() } })
      expect(answer.status(), `signing in as ${login}`).toBe(200)
      await page.goto(path)
      return page
    })
  },
})
export { expect }

/** Signs in on the phone itself, and waits until it carries its data and its own files. */
export async function onPhone(page: Page, login: string): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill('Wangge-2026')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.locator('.status-bar')).toContainText(/数据 \d/)
  await expect(page.locator('.places')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready.then((ready) => new Promise((done) => {
    navigator.serviceWorker.addEventListener('message', ({ data }) => { if (data === 'kept') done(undefined) })
    ready.active?.postMessage('staff')
  })))
}

/** Scans the declaration code of the smallest community, as nobody. */
export async function declarationPage(page: Page, as: (login: string) => Promise<Page>): Promise<void> {
  await as('worker3')
  const ask = { headers: { 'X-Wangge': '1' } }
  const { me } = (await (await page.request.get('/api/accounts/me', ask)).json()) as { me: { area: { id: string } } }
  const { link } = (await (await page.request.get(`/api/links/declaration/${me.area.id}`, ask)).json()) as { link: { url: string } }
  await page.context().clearCookies()
  await page.setViewportSize(PHONE)
  await page.goto(new URL(link.url).pathname)
}

/** On the page as it stands, as by a link of its own: without loading the program anew, which takes half a second each time. */
export async function walkTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await expect(page).toHaveURL(path)
}

/**
 * WCAG 2.2 AA by axe (nothing fetched for it: there is no sound), and nothing wider than the screen; the whole page in view, so that a bar at its foot covers
 * nothing. Contrast takes half of axe's time: `colours: false` where the same page is looked at in another width with it.
 */
export async function looksRight(page: Page, what = page.url(), { colours = true } = {}): Promise<void> {
  await settled(page)
  const size = page.viewportSize() ?? DESK
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: size.width, height: Math.min(Math.max(whole, size.height), 6000) })
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(async ({ rules, colours }) => {
    const run = (globalThis as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }> } }).axe.run
    const { violations } = await run(document, { runOnly: { type: 'tag', values: rules }, rules: { 'color-contrast': { enabled: colours } }, resultTypes: ['violations'], preload: false })
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${String(n.target)}: ${n.failureSummary}`))
  }, { rules: RULES, colours })
  expect(found, `axe on ${what}`).toEqual([])
  expect(await page.evaluate(outOfReach), `without a key: ${what}`).toEqual([])
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(tooWide, `wider than the screen: ${what}`).toBeLessThanOrEqual(0)
  await page.setViewportSize(size)
}

/** What answers to a click but is neither itself reached by Tab nor stands in or around something that is. Runs in the page. */
function outOfReach(): string[] {
  // Within these the arrows and Backspace lead everywhere, from the one place that Tab reaches.
  const walked = '[role="tablist"], .ant-select, .ant-select-dropdown'
  const focusable = 'a[href], button, input, select, textarea, summary, label, [tabindex]:not([tabindex="-1"])'
  const clickable = (node: Element) => Object.entries(node).some(([key, props]) => key.startsWith('__reactProps$') && typeof (props as { onClick?: unknown } | null)?.onClick === 'function')
  return [...document.body.querySelectorAll<HTMLElement>('*')].filter((node) => node.offsetParent !== null && clickable(node) && !node.closest(focusable) && !node.closest(walked) && !node.querySelector(focusable))
    .map((node) => `${node.tagName.toLowerCase()}.${node.className}: ${(node.textContent ?? '').slice(0, 40)}`)
}

/** What each page waits for, and since when for nothing. */
const asked = new WeakMap<Page, { open: Set<Request>; since: number }>()

function watch(page: Page): void {
  const state = { open: new Set<Request>(), since: Date.now() }
  const over = (request: Request) => { if (state.open.delete(request)) state.since = Date.now() }
  page.on('request', (request) => state.open.add(request)).on('requestfinished', over).on('requestfailed', over)
  asked.set(page, state)
}

/** Nothing has been asked of the server for a fifth of a second; `networkidle`, which waits for half of one each time, where nobody watches the page. */
async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const state = asked.get(page)
  if (!state) return page.waitForLoadState('networkidle')
  await expect.poll(() => state.open.size === 0 && Date.now() - state.since >= 200, { message: 'the page is still asking', intervals: [50] }).toBe(true)
}

/** The page itself is there (on a busy machine the network falls silent before its script has run), skeletons gone, motion over. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, .a4').first().waitFor()
  await quiet(page)
  await expect(page.locator('.list-skeleton')).toHaveCount(0)
  await page.evaluate(() => Promise.all(document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => undefined))))
}
