import { expect, test } from 'vitest'
import { anExit, certified } from '../../testing/examples/exits.ts'
import { somebodyManaged } from '../../testing/examples/quarantine.ts'
import { aCommunity, Caller, clock } from '../../testing/world.ts'
import { documentsApi } from '../documents/contract.ts'
import { certificateUrl } from '../documents/service.ts'
import { leadsApi } from '../leads/contract.ts'
import { openLead } from '../leads/service.ts'
import { todayApi } from '../today/contract.ts'
import { exitsApi as api } from './contract.ts'

async function world() {
  clock.set('2020-02-26T09:00:00+08:00')
  const c = await aCommunity()
  const [worker, doctor] = [await c.as('communityWorker'), await c.as('healthCentreDoctor')]
  return {
    c, worker, doctor, w: { c, caller: worker },
    codeOf: (exitId: string) => c.tx('communityWorker', async (ctx) => (await certificateUrl(ctx, exitId))?.split('/').at(-1) ?? ''),
    verify: async (code: string) => (await new Caller().call(documentsApi.verifyNotice, { code })).valid,
    run: (text: string, values: unknown[]) => c.tx('system', (ctx) => ctx.sql.run({ text, values })),
  }
}

test('once its holder was taken under management a certificate stays void, whatever becomes of that, unless it was cancelled', async () => {
  const { worker, w, codeOf, verify, run } = await world()
  const { exitId } = await certified(w)
  const { personId } = await worker.call(api.getExit, { exitId })
  const code = await codeOf(exitId)
  clock.forward(60)
  const { episodeId } = await somebodyManaged(w)
  const stands = async (state: string) => { await run('update episode set person_id = $1, state = $2 where id = $3', [personId, state, episodeId]); return [await verify(code), (await worker.call(api.getExit, { exitId })).certificateValid] }
  for (const state of ['active', 'hospital', 'movedOut', 'released']) expect(await stands(state), state).toEqual([false, false])
  expect(await stands('cancelled')).toEqual([true, true])
})

test('the certificate of a request that is withdrawn or refused says so to whoever checks it, until the request stands again', async () => {
  const { worker, w, codeOf, verify } = await world()
  const { exitId } = await certified(w)
  const code = await codeOf(exitId)
  await worker.call(api.withdrawExit, { exitId })
  expect(await verify(code)).toBe(false)
  await worker.call(api.reviveExit, { exitId })
  expect(await verify(code)).toBe(true)
  await worker.call(api.refuseExit, { exitId, reason: '厂里停工' })
  expect(await verify(code)).toBe(false)
})

test('no certificate after a hospital, a positive test or a diagnosis, whatever else the data say', async () => {
  const { c, doctor, w, run } = await world()
  const speaks = async (make: (of: { personId: string; episodeId: string }) => Promise<unknown>) => {
    const { exitId, personId } = await anExit(w)
    const { episodeId } = await somebodyManaged(w)
    await run("update episode set person_id = $1, state = 'movedOut', closed_at = $2 where id = $3", [personId, clock.now, episodeId])
    await make({ personId, episodeId })
    return (await doctor.call(api.certifyMany, { exitIds: [exitId] })).refused.map((one) => one.finding)
  }
  expect(await speaks(({ episodeId }) => run("update episode set state = 'hospital' where id = $1", [episodeId]))).toEqual(['notDiagnosed'])
  expect(await speaks(({ episodeId }) => run("insert into episode_test (id, episode_id, area_path, due_on, taken_on, result, recorded_at) select gen_random_uuid(), id, area_path, '2020-02-27', '2020-02-25', 'positive', $2 from episode where id = $1", [episodeId, clock.now]))).toEqual(['notDiagnosed'])
  expect(await speaks(async ({ personId }) => {
    const { leadId } = await c.tx('communityWorker', (ctx) => openLead(ctx, { kind: 'positive', personId, areaId: c.community.id, areaPath: c.community.path, summary: { symptoms: [] }, dueMinutes: 120 }))
    await doctor.call(leadsApi.closeLead, { leadId, result: 'diagnosed' })
  })).toEqual(['notDiagnosed'])
})

test('a certificate that is void within its days is due again: on the health centre’s list and in its Today, on no other', async () => {
  const { worker, doctor, w, run } = await world()
  const [{ exitId, personId }, managed] = [await certified(w), await somebodyManaged(w)]
  clock.forward(1)
  await run('update episode set person_id = $1, opened_at = $2 where id = $3', [personId, clock.now, managed.episodeId])
  expect((await worker.call(api.exitCounts, {})).tabs).toMatchObject({ certificateDue: 1, waiting: 0 })
  expect((await doctor.call(api.listExits, { tab: 'certificateDue' })).items).toMatchObject([{ exitId, ended: 'certificate' }])
  expect((await doctor.call(todayApi.today, { kind: 'certificate' })).groups.flatMap((group) => group.items.map((one) => one.id))).toContain(`certificate:${exitId}`)
})

test('whoever was allowed to see a doctor before the household went into quarantine goes once an escort is named', async () => {
  const { worker, doctor, w, run } = await world()
  const { exitId } = await anExit(w, 'medical')
  await doctor.call(api.certifyExit, { exitId })
  const managed = await somebodyManaged(w)
  expect((await worker.call(api.getExit, { exitId })).actions).not.toContain('nameEscort')
  await run('update episode set household_id = (select household_id from exit_request where id = $1) where id = $2', [exitId, managed.episodeId])
  expect((await worker.refused(api.goOut, { exitId, temperature: 36.5 })).code).toBe('exits.noEscort')
  expect((await worker.call(api.getExit, { exitId })).actions).toContain('nameEscort')
  expect(await worker.call(api.nameExitEscort, { exitId, escortName: '韦医生' })).toMatchObject({ state: 'allowed', escortName: '韦医生', keptIn: null })
  expect((await worker.call(api.goOut, { exitId, temperature: 36.5 })).left).toBe(true)
})
