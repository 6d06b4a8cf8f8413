import type { Page } from '@playwright/test'
import { expect, looksRight, settled, test } from './house.ts'

/** What stands in the navigation of each role: seven words at most, fewer for most. */
const words: Record<string, string[]> = {
  worker: ['今日', '人员', '管控', '出入', '报送', '辖区', '方案'],
  grid: ['今日', '人员', '管控', '出入', '辖区', '方案'],
  doctor: ['今日', '人员', '管控', '出入', '报送', '辖区', '方案'],
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

test.describe.configure({ mode: 'parallel' })

for (const [login, expected] of Object.entries(words)) {
  test(`${login} begins on a page of their own, with their own words`, async ({ as }) => {
    const page = await as(login)
    await settled(page)
    expect(await shown(page)).toEqual(expected)
    await looksRight(page)
  })
}
