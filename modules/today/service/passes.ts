import type { Ctx } from '../../../kernel/ctx.ts'
import { instantAt } from '../../../kernel/dates.ts'
import { numberOf } from '../../passes/rules.ts'
import { rechecksDue, visitsToAnswer } from '../../passes/service.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

const opens = (passId: string, tab: string) => ({ page: '/passes', search: { tab, open: passId } })

/** 访客待确认: entered at the gate or the desk, not answered by the household yet; due when the visit is to begin. */
export async function visitors(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await visitsToAnswer(ctx, { limit })
  const items = rows.map((pass) => item({
    id: `visitorToConfirm:${pass.passId}`, kind: 'visitorToConfirm', dueAt: pass.validFrom, state: stateOf(pass.validFrom, ctx.now), name: pass.visitorName ?? '', address: pass.address, opens: opens(pass.passId, 'visitors'),
    what: say('visitorToConfirm', { visitPurpose: pass.purpose ?? 'other' }), why: say('visitorToConfirm', { householder: pass.holder ?? '', number: numberOf(pass.kind, pass.serial) }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0 }
}

/** 车辆复核: to be looked at again by today. */
export async function rechecks(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await rechecksDue(ctx, { limit })
  const items = rows.map((pass) => {
    const dueAt = instantAt(pass.recheckOn ?? ctx.today, '24:00')
    return item({
      id: `vehicleRecheck:${pass.passId}`, kind: 'vehicleRecheck', dueAt, state: stateOf(dueAt, ctx.now), name: pass.plate ?? '', address: pass.owner ?? pass.address, opens: opens(pass.passId, 'vehicles'),
      what: say('vehicleRecheck'), why: say('vehicleRecheck', { days: pass.recheckDays ?? 0, day: pass.recheckOn ?? ctx.today }),
    })
  })
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0 }
}
