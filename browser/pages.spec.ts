import type { Page } from '@playwright/test'
import { expect, looksRight, PHONE, settled, test } from './house.ts'

/** What stands in the navigation of each role: seven words at most, fewer for most. */
const words: Record<string, string[]> = {
  worker: ['今日', '人员', '管控', '出入', '报送', '辖区', '方案'],
  grid: ['今日', '人员', '管控', '出入', '辖区', '方案'],
  doctor: ['今日', '人员', '管控', '出入', '辖区', '方案'],
  property: ['今日', '出入', '辖区', '方案'],
  gate: ['今日', '出入', '辖区', '方案'],
  subdistrict: ['今日', '人员', '管控', '出入', '报送', '辖区', '方案'],
  district: ['今日', '人员', '管控', '出入', '报送', '辖区', '方案'],
  cdc: ['今日', '人员', '管控', '出入', '报送', '辖区', '方案'],
  bureau: ['今日', '人员', '管控', '出入', '报送', '辖区', '方案'],
  system: ['今日', '辖区', '系统'],
  security: ['今日', '辖区', '系统'],
  auditor: ['今日', '辖区', '系统'],
}

const shown = (page: Page) => page.locator('.side .nav').evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/\d/g, '').trim()))

for (const [login, expected] of Object.entries(words)) {
  test(`${login} begins on a page of their own, with their own words`, async ({ as }) => {
    const page = await as(login)
    await settled(page)
    expect(await shown(page)).toEqual(expected)
    await looksRight(page)
  })
}

const pages = ['/', '/people', '/roster', '/screening', '/screening/new', '/pushed-lists', '/quarantine', '/leads', '/sites', '/exits', '/exits/new', '/transport', '/venues', '/reporting', '/work-report', '/documents', '/territory', '/duty', '/duty/board', '/zones', '/policies', '/me/sessions', '/me/password']

test('every page of a community worker stands the tests of accessibility and width, on the desk and on the phone, in both languages', async ({ as, page }) => {
  test.setTimeout(300_000)
  await as('worker')
  for (const path of pages) {
    await page.goto(path)
    await looksRight(page, path)
    await page.locator('tbody tr.ant-table-row').first().click({ timeout: 1000 }).catch(() => undefined)
    await looksRight(page, `${path} with a card open`)
  }
  await page.setViewportSize(PHONE)
  for (const path of pages) {
    await page.goto(path)
    await looksRight(page, `${path} on a phone`)
  }
  await page.evaluate(() => localStorage.setItem('wangge.language', 'en'))
  for (const path of ['/', '/quarantine', '/reporting']) {
    await page.goto(path)
    await looksRight(page, `${path} in English`)
  }
})
