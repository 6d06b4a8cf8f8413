import { Secret, TOTP } from 'otpauth'
import { request, type APIRequestContext, type Page } from '@playwright/test'
import { expect, looksRight, onPhone, PHONE, test } from './house.ts'

test.use({ viewport: PHONE, serviceWorkers: 'allow' })

const press = (page: Page, digits: string) => [...digits].reduce((before, digit) => before.then(() => page.getByRole('button', { name: digit, exact: true }).click()), Promise.resolve())
const bar = (page: Page) => page.locator('.status-bar')

interface Desk { get: <T>(path: string) => Promise<T>; post: (path: string, data?: object) => Promise<Record<string, never>>; end: () => Promise<void> }
/** Somebody at another computer meanwhile. */
async function desk(baseURL: string | undefined, login: string): Promise<Desk> {
  const there: APIRequestContext = await request.newContext({ baseURL: baseURL ?? '' })
  const post: Desk['post'] = async (path, data = {}) => {
    const answer = await there.post(`/api${path}`, { data, headers: { 'X-Wangge': '1', 'Idempotency-Key': crypto.randomUUID() } })
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200)
    return (await answer.json()) as Record<string, never>
  }
  await post('/accounts/sign-in', { login, password: 'Wangge-2026' })
  return { post, get: async <T>(path: string) => (await (await there.get(`/api${path}`, { headers: { 'X-Wangge': '1' } })).json()) as T, end: () => there.dispose() }
}

test('without signal a keeper signs on, counts what was handed over and hands on; the roster has it with its own times', async ({ page, baseURL }) => {
  await page.goto('/m/')
  await onPhone(page, 'gate')
  await expect(page.locator('.duty-strip')).toContainText('您还没有签到')
  await looksRight(page, 'not signed on')
  await page.context().setOffline(true)
  await page.locator('.duty-strip').getByRole('button', { name: '到岗签到' }).click()
  await looksRight(page, 'signing on')
  await page.getByRole('button', { name: '签到,开始值守' }).click()
  await expect(page.locator('.duty-strip')).toContainText('到岗')
  await expect(bar(page)).toContainText('待传 1')
  await page.locator('.duty-strip').getByRole('button', { name: '交班' }).click()
  await page.getByLabel('测温枪 数量').fill('2')
  await page.getByRole('button', { name: '交班', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('请选一切正常还是有异常')
  await page.reload()
  await expect(page.getByLabel('测温枪 数量'), 'what was counted outlives the page').toHaveValue('2')
  await looksRight(page, 'handing over')
  await page.getByRole('radio', { name: '有异常' }).click()
  await page.getByLabel('交接事项').fill('北门锁坏了')
  await page.getByRole('button', { name: '交班', exact: true }).click()
  await expect(bar(page)).toContainText('待传 2')
  await expect(page.locator('.duty-strip'), 'handed over').toContainText('您还没有签到')
  await page.context().setOffline(false)
  await expect(bar(page)).toContainText('都已交')
  const worker = await desk(baseURL, 'worker')
  const gate = await desk(baseURL, 'gate')
  const [mine] = (await gate.get<{ items: { gateId: string }[] }>('/passage/my-gates')).items
  const { handed } = await worker.get<{ handed: object }>(`/passage/gates/${mine?.gateId ?? ''}/post`)
  expect(handed).toMatchObject({ name: '田勇', items: [{ item: '测温枪', count: 2, sound: true }], remarks: '北门锁坏了', abnormal: true })
  // Whoever comes next sees it, and takes it over with one press.
  await page.getByRole('link', { name: '我的' }).click()
  await page.getByRole('button', { name: '立即同步' }).click()
  await expect(page.getByText('已同步', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: '首页' }).click()
  await page.locator('.duty-strip').getByRole('button', { name: '到岗签到' }).click()
  await expect(page.getByText('北门锁坏了')).toBeVisible()
  await page.getByRole('button', { name: '和上面的一样' }).click()
  await page.getByLabel('测温枪 数量').fill('1')
  await expect(page.getByText('少 1')).toBeVisible()
  await looksRight(page, 'taking over')
  await page.getByRole('button', { name: '签到,开始值守' }).click()
  await expect(bar(page)).toContainText('都已交')
  await Promise.all([worker.end(), gate.end()])
})

const drafts = (page: Page): Promise<string> => page.evaluate(() => new Promise<string>((done) => {
  const opening = indexedDB.open('wangge')
  opening.onsuccess = () => { const all = opening.result.transaction('drafts').objectStore('drafts').getAll(); all.onsuccess = () => done(JSON.stringify(all.result)) }
}))
/** What the phone has of it, once the last touch is sealed and written too: that takes a moment. */
async function written(page: Page): Promise<string> {
  let last = ''
  await expect.poll(async () => {
    const [before, now] = [last, await drafts(page)]
    last = now
    return now === before
  }, { intervals: [300] }).toBe(true)
  return last
}

test('what was begun at a door and at the gate stands there again after the phone closed the page, and is gone once it is recorded', async ({ page }) => {
  await page.goto('/m/')
  await onPhone(page, 'grid')
  await page.context().setOffline(true)
  await page.locator('.door-line').nth(2).click()
  await press(page, '36')
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByLabel('备注').fill('耳温枪没电了')
  const kept = await written(page)
  expect(JSON.parse(kept), 'kept from the first touch').toHaveLength(1)
  expect(kept, 'sealed').not.toContain('耳温枪')
  await page.goto('/m/')
  await expect(page.locator('.unfinished')).toContainText(name)
  await looksRight(page, 'something not finished')
  await page.getByRole('button', { name: '接着记' }).click()
  await expect(page.locator('.restored')).toBeVisible()
  await expect(page.getByLabel('备注')).toHaveValue('耳温枪没电了')
  await expect(page.locator('.keypad-shown')).toHaveValue('36._')
  await press(page, '5')
  await page.getByRole('button', { name: '没有', exact: true }).click()
  await page.getByRole('button', { name: '记录', exact: true }).click()
  await expect(bar(page)).toContainText('待传 1')
  await expect(page.locator('.unfinished')).toHaveCount(0)
  await page.reload()
  await expect(bar(page)).toContainText('待传 1')
  await expect(page.locator('.unfinished'), 'gone for good').toHaveCount(0)
  await page.context().setOffline(false)
  await expect(bar(page)).toContainText('都已交')
  await page.getByRole('link', { name: '我的' }).click()
  await page.getByRole('button', { name: '退出' }).click()
  await onPhone(page, 'gate')
  await page.locator('.gate-find input').fill('501')
  await page.locator('.gate-found button').first().click()
  await page.getByRole('radio', { name: '人证一致' }).click()
  await press(page, '365')
  await written(page)
  await page.reload()
  await expect(page.locator('.keypad-shown'), 'whoever stood there still does').toHaveValue('36.5')
  await expect(page.getByRole('radio', { name: '人证一致' })).toBeChecked()
  await looksRight(page, 'gone on with at the gate')
  await page.getByRole('button', { name: '进', exact: true }).click()
  await expect(page.locator('.verdict')).toBeVisible()
  await page.reload()
  await expect(page.locator('.gate-find input')).toBeVisible()
})

test('somebody who is not whom the pass says is stopped in one press, measured or not', async ({ page }) => {
  await page.goto('/m/')
  await onPhone(page, 'gate')
  await page.locator('.gate-find input').fill('501')
  await page.locator('.gate-found button').first().click()
  await page.getByRole('radio', { name: '人证不符' }).click()
  await expect(page.getByRole('alert').first()).toContainText('人和证对不上')
  await page.getByRole('button', { name: '出', exact: true }).click()
  await expect(page.getByRole('heading', { name: '请留步' })).toBeVisible()
})

test('a record that comes back needs its author: both stand there, and the community takes it', async ({ page, baseURL }) => {
  const worker = await desk(baseURL, 'worker')
  const { items: [managed] } = await worker.get<{ items: { id: string }[] }>('/episodes?tab=home&limit=1')
  await worker.post(`/episodes/${managed?.id ?? ''}/calls`, { episodeId: managed?.id, way: 'phone', reached: true, need: { what: '降压药一盒', by: 'property', on: '2020-02-26' } })
  await page.goto('/m/')
  await onPhone(page, 'property')
  await page.context().setOffline(true)
  await page.locator('.door-line').first().click()
  await page.getByRole('button', { name: '送到了' }).click()
  await expect(bar(page)).toContainText('待传')
  // Meanwhile a colleague has recorded the same deliveries.
  const other = await desk(baseURL, 'property')
  const { items } = await other.get<{ items: { id: string }[] }>('/visits?visitor=property&limit=200')
  for (const { id } of items) await other.post(`/visits/${id}`, { visitId: id, result: 'made' })
  await page.context().setOffline(false)
  await page.getByRole('link', { name: /^记录/ }).click()
  await expect(page.getByRole('button', { name: /^要您看/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.why.bad').first()).toContainText('服务器说')
  await looksRight(page, 'needs you')
  const before = await page.locator('.box-records li').count()
  await page.getByRole('button', { name: '交给社区' }).first().click()
  await expect(page.locator('.box-records li')).toHaveCount(before === 1 ? 1 : before - 1)
  await page.getByRole('button', { name: /^已到/ }).click()
  await expect(page.getByText('已转交社区').first()).toBeVisible()
  expect((await worker.get<{ items: object[] }>('/field/parcels')).items).toEqual(expect.arrayContaining([expect.objectContaining({ why: 'handedOver', authorName: '杨建国' })]))
  await Promise.all([other.end(), worker.end()])
})

test('a lost phone is wiped from the desk: what waits reaches the community first, then nothing is left', async ({ page, baseURL }) => {
  await page.goto('/m/')
  await onPhone(page, 'doctor')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '登记来返人员' }).click()
  await page.getByRole('combobox').fill('wuhan')
  await page.getByRole('option').first().click()
  await page.locator('.places a').first().click()
  await page.locator('.door-line').first().click()
  await page.getByRole('button', { name: '家里没人' }).click()
  await expect(bar(page)).toContainText('待传 1')
  const subdistrict = await desk(baseURL, 'subdistrict')
  const own = await desk(baseURL, 'doctor')
  const [phone] = (await own.get<{ items: { deviceId: string }[] }>('/field/my-devices')).items
  await own.post(`/field/devices/${phone?.deviceId ?? ''}/wipe`, { deviceId: phone?.deviceId, reason: '手机丢在路上' })
  await page.context().setOffline(false)
  await expect(page.getByLabel('登录名')).toBeVisible()
  const left = await page.evaluate(() => new Promise<Record<string, number>>((done) => {
    const opening = indexedDB.open('wangge')
    opening.onsuccess = async () => {
      const names = ['accounts', 'records', 'carry', 'drafts']
      const counts = await Promise.all(names.map((name) => new Promise<[string, number]>((one) => { const count = opening.result.transaction(name).objectStore(name).count(); count.onsuccess = () => one([name, count.result]) })))
      done(Object.fromEntries(counts))
    }
  }))
  expect(left).toEqual({ accounts: 0, records: 0, carry: 0, drafts: 0 })
  const worker = await desk(baseURL, 'worker')
  expect([...(await worker.get<{ items: object[] }>('/field/parcels?limit=200')).items, ...(await subdistrict.get<{ items?: object[] }>('/field/parcels?limit=200')).items ?? []]).toEqual(expect.arrayContaining([expect.objectContaining({ why: 'wiped', authorName: '韦秀兰' })]))
  await Promise.all([own.end(), worker.end(), subdistrict.end()])
})

test('whoever has a second factor is asked for it on the phone, and a wrong code is said', async ({ page, baseURL }) => {
  const system = await desk(baseURL, 'system')
  const set = (on: boolean, roles: string[], reason: string) => system.post('/settings/accounts.secondFactor', { key: 'accounts.secondFactor', value: { on, roles }, reason })
  await set(true, ['communityWorker'], '试用')
  const own = await desk(baseURL, 'worker2')
  const enrolled = (await own.post('/accounts/factor/enrol')) as unknown as { secret: string }
  const codeAt = async (steps: number) => new TOTP({ secret: Secret.fromBase32(enrolled.secret.replaceAll(' ', '')) }).generate({ timestamp: Date.parse((await own.get<{ now: string }>('/about')).now) + steps * 30_000 })
  await own.post('/accounts/factor/confirm', { code: await codeAt(0) })
  await page.goto('/m/')
  await page.getByLabel('登录名').fill('worker2')
  await page.getByLabel('密码').fill('Wangge-2026')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('验证码').fill('000000')
  await looksRight(page, 'the second factor on the phone')
  await page.getByRole('button', { name: '确认' }).click()
  await expect(page.getByRole('alert')).toContainText('验证码不对')
  await page.getByLabel('验证码').fill(await codeAt(1))
  await page.getByRole('button', { name: '确认' }).click()
  await expect(bar(page)).toContainText(/数据 \d/)
  await set(false, [], '试用结束')
  await Promise.all([system.end(), own.end()])
})

test('what the server cannot deal with is put aside in words while the rest arrives, and the community takes it', async ({ page, context }) => {
  await page.goto('/m/')
  await onPhone(page, 'grid')
  await context.setOffline(true)
  await page.locator('.door-line').first().click()
  const episodeId = page.url().split('/').at(-1) ?? ''
  await page.getByRole('button', { name: '家里没人' }).click()
  await page.locator('.door-line').first().click()
  await page.getByRole('button', { name: '家里没人' }).click()
  await expect(bar(page)).toContainText('待传 2')
  await context.route(`**/api/episodes/${episodeId}/calls`, (route) => route.fulfill({ status: 500, json: { error: { code: 'frame.failed', params: {} } } }))
  await context.setOffline(false)
  await page.getByRole('link', { name: /^记录/ }).click()
  await expect(async () => {
    await page.getByRole('button', { name: '现在发送' }).click()
    await expect(page.getByText('先放一边')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(bar(page)).toContainText('待传 1')
  await looksRight(page, 'put aside')
  await page.getByRole('button', { name: '交给社区' }).click()
  await expect(bar(page)).toContainText('都已交')
})
