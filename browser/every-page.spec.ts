import { DESK, expect, looksRight, PHONE, settled, test, walkTo } from './house.ts'

// Every page of a community worker stands the tests of accessibility, keys and width; a few at a time, so that both houses share them.
test.describe.configure({ mode: 'parallel' })

const pages = [
  ['/', '/people', '/roster', '/screening', '/screening/new'],
  ['/pushed-lists', '/quarantine', '/leads', '/sites', '/reporting'],
  ['/work-report', '/documents', '/territory', '/duty', '/duty/board'],
  ['/zones', '/policies', '/me/sessions', '/me/password', '/venues'],
  ['/passes', '/passes/new', '/exits', '/exits/new', '/exits/bulk', '/transport', '/resumption', '/resumption/list'],
  ['/supplies', '/supplies/add', '/supplies/ledger', '/supplies/donations', '/supplies/requests'],
  ['/disinfection', '/disinfection/add', '/disinfection/records', '/disinfection/terminal', '/disinfection/labels'],
  ['/volunteers', '/volunteers?open=new', '/volunteers/calls', '/volunteers/units', '/volunteers/honours'],
  ['/publicity', '/publicity/new', '/publicity/records', '/publicity/board'],
  ['/matters', '/matters/new', '/matters?rates=on', '/forms'],
  ['/certificates?figures=on', '/certificates/new', '/certificates/lists', '/certificates/register', '/certificates/public'],
  ['/gates', '/gates/roster', '/passages', '/passages/patterns', '/passages/present'],
]

for (const some of pages) {
  test(`on the phone, and on the desk with a card open: ${some.join(' ')}`, async ({ as, page }) => {
    for (const path of some) {
      await page.setViewportSize(PHONE)
      await (path === some[0] ? as('worker', path) : walkTo(page, path))
      await looksRight(page, `${path} on a phone`, { colours: false })
      for (const tab of await page.locator('.tabs [aria-current]').all()) await expect(tab, `the tab of ${path}`).toBeInViewport({ ratio: 1 })
      await page.setViewportSize(DESK)
      await settled(page)
      const row = page.locator('tbody tr.ant-table-row').first()
      if (await row.isVisible()) await row.click({ timeout: 1000 }).catch(() => undefined)
      await looksRight(page, path)
    }
  })
}

test('on the phone in English', async ({ as, page }) => {
  await page.setViewportSize(PHONE)
  await page.addInitScript(() => localStorage.setItem('wangge.language', 'en'))
  for (const path of ['/', '/quarantine', '/reporting']) {
    await (path === '/' ? as('worker') : page.goto(path))
    await looksRight(page, `${path} in English`)
  }
})
