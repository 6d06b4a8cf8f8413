import { expect, test } from './house.ts'

test.use({ locale: 'en-US' })

test('a day is typed as people write it or picked from a calendar, the same in a browser of another language; what cannot be read stays and is not sent', async ({ as }) => {
  const page = await as('worker', '/exits/new')
  const leaves = page.getByLabel('哪天走')
  const send = page.getByRole('button', { name: '登记', exact: true })
  await expect(leaves).toHaveValue('2020-02-26')
  await leaves.fill('2020年3月5日')
  await leaves.press('Tab')
  await expect(leaves).toHaveValue('2020-03-05')
  await leaves.press('ArrowUp')
  await expect(leaves).toHaveValue('2020-03-06')
  await page.locator('.calendar-opener').first().click()
  await expect(page.getByText('2020年')).toBeVisible()
  await page.getByTitle('2020-03-09').click()
  await expect(leaves).toHaveValue('2020-03-09')
  await page.getByLabel('哪天回').fill('2020-03-01')
  await page.getByLabel('哪天回').press('Tab')
  await expect(page.getByText('不能早于 2020-03-09')).toBeVisible()
  await leaves.fill('3月40日')
  // The press that leaves the field is the press on the button: nothing moves away below it.
  await send.click()
  await expect(page.getByText('日期写成 2020-02-26 这样')).toBeVisible()
  await expect(leaves).toHaveValue('3月40日')
  await expect(page.locator('.field[data-faulty]').filter({ has: leaves })).toBeVisible()
})
