import type { Page } from '@playwright/test'
import { expect, looksRight, PHONE, settled, test } from './house.ts'

const headers = () => ({ 'X-Wangge': '1', 'Idempotency-Key': crypto.randomUUID() })
const pairs = (page: Page) => page.getByRole('row', { name: /欧阳成双/ })

/** Two records of one person in the neighbouring community: the same name and telephone, and each knows something the other does not. */
async function twoRecords(page: Page): Promise<string[]> {
  const { me } = (await (await page.request.get('/api/accounts/me', { headers: headers() })).json()) as { me: { area: { id: string } } }
  const ids: string[] = []
  for (const more of [{ room: '9001', workplace: '新平小学' }, { room: '9002', workplace: '东山超市', note: '常在妹妹家' }]) {
    const made = await page.request.post('/api/people', { headers: headers(), data: { areaId: me.area.id, name: '欧阳成双', sex: '2', phone: '19900007788', ...more } })
    expect(made.status()).toBe(200)
    ids.push(((await made.json()) as { personId: string }).personId)
  }
  return ids
}

test('two records of one person become one, field by field, are taken apart again, and “not the same” is never asked twice', async ({ as, page }) => {
  await as('worker2')
  const [first = ''] = await twoRecords(page)
  await expect(async () => { await page.goto('/doubles'); await expect(pairs(page)).toHaveCount(1, { timeout: 1500 }) }).toPass()
  await pairs(page).getByRole('button', { name: '核对' }).click()
  await expect(page.getByRole('row', { name: /单位/ })).toContainText('东山超市')
  await looksRight(page)
  const kept = (await page.locator('.compare tbody tr', { hasText: '新平小学' }).locator('td').first().innerText()).includes('新平小学')
  await page.getByRole('radiogroup', { name: '单位取哪一份' }).getByRole('radio', { name: kept ? '→' : '←' }).click()
  await page.getByRole('radiogroup', { name: '住处取哪一份' }).getByRole('radio', { name: kept ? '←' : '→' }).click()
  await page.getByRole('button', { name: '合并为一份' }).click()
  await expect(page.locator('.undo-toast')).toContainText('欧阳成双 的两份档案已合并')
  await page.goto(`/people?open=${first}`)
  const into = page.locator('.panel').getByRole('link', { name: '这份档案已并入 欧阳成双' })
  await expect(page.locator('.panel').getByRole('button', { name: '拆开' })).toBeVisible()
  if (await into.isVisible()) await into.click()
  await expect(page.locator('.panel')).toContainText('东山超市')
  await expect(page.locator('.panel')).toContainText('9001')
  await page.locator('.panel').getByRole('button', { name: '拆开' }).click()
  await expect(page.getByText(/^已拆开/)).toBeVisible()
  await page.goto('/doubles?show=different')
  await pairs(page).getByRole('button', { name: '重新核对' }).click()
  await page.getByRole('button', { name: /^待核对/ }).click()
  await pairs(page).getByRole('button', { name: '不是同一人' }).click()
  await expect(pairs(page)).toHaveCount(0)
  // Whatever is changed in one of the two is compared at once, and the pair does not come back.
  const edited = await page.request.post(`/api/people/${first}`, { headers: headers(), data: { version: await versionOf(page, first), birthOn: '1960-05-05' } })
  expect(edited.status()).toBe(200)
  await page.setViewportSize(PHONE)
  await page.goto('/doubles?show=different')
  await expect(pairs(page)).toHaveCount(1)
  await page.getByRole('button', { name: /^待核对/ }).click()
  await settled(page)
  await expect(pairs(page)).toHaveCount(0)
  await looksRight(page)
})

async function versionOf(page: Page, personId: string): Promise<number> {
  const card = (await (await page.request.get(`/api/people/${personId}`, { headers: headers() })).json()) as { version: number }
  return card.version
}
