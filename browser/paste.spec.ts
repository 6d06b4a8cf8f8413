import type { Locator, Page } from '@playwright/test'
import { expect, looksRight, test } from './house.ts'

interface Person { episodeId: string; name: string; documentMasked: string | null; due: boolean; readings: unknown[] }

/** As Ctrl+V does it: the browser's own clipboard is nobody's in a test. */
const paste = (target: Locator, text: string) => target.evaluate((element, said) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', said)
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}, text)

async function dueNow(page: Page): Promise<Person[]> {
  const answer = await page.request.get('/api/checks/sheet', { headers: { 'X-Wangge': '1' } })
  const { people } = (await answer.json()) as { people: Person[] }
  return people.filter(({ due, documentMasked }) => due && documentMasked !== null)
}

test('six rows pasted from a spreadsheet, one mended by keyboard, recorded by one press, and the reading is on the card', async ({ as }) => {
  const page = await as('worker', '/quarantine/paste')
  const people = (await dueNow(page)).slice(-6)
  const rows = people.map(({ name, documentMasked }, i) => [name, documentMasked?.slice(-4) ?? '', i === 3 ? '正常' : `３６．${i + 3}`, '无'])
  await paste(page.getByLabel('点这里,按 Ctrl+V'), [['姓名', '证件后四位', '体温', '症状'], ...rows].map((row) => row.join('\t')).join('\r\n'))
  const wrong = page.getByLabel('第 5 行 体温')
  await expect(wrong, 'what has to be mended has the cursor').toBeFocused()
  await expect(page.getByText('没有读数')).toBeVisible()
  await looksRight(page)
  await page.reload()
  await expect(page.getByLabel('第 5 行 体温'), 'a reload costs nothing').toHaveValue('正常')
  await page.getByLabel('第 4 行 体温').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('36.9')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('第 6 行 体温')).toBeFocused()
  await page.getByRole('button', { name: /^记录 6 (人|行)$/ }).click()
  await expect(page.getByText('都记好了')).toBeVisible()
  await page.goto(`/quarantine?open=${people[3]?.episodeId ?? ''}`)
  await page.locator('.panel').getByRole('button', { name: '看数字' }).click()
  await expect(page.locator('.panel').getByText(/^36\.9/).first()).toBeVisible()
})
