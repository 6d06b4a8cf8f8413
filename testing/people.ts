import { peopleApi as api } from '../modules/people/contract.ts'
import { checkDigitOf } from '../modules/people/rules.ts'
import { aCommunity, clock, type Caller, type Community } from './world.ts'

let serial = 0
/** A synthetic number: an area nobody has, a valid check digit. */
export const aNumber = (born = '19530412', order = 2): string => {
  const first = `999${String(100 + (++serial % 900))}${born}${String(order).padStart(3, '0')}`
  return first + checkDigitOf(first)
}
export const gridOf = (c: Community, compound = 0, grid = 0) => c.compounds[compound]?.grids[grid] ?? c.community
export const door = (c: Community, room = '501') => ({ areaId: gridOf(c).id, building: '3', unit: '2', room })

export async function aWorld() {
  clock.set('2020-02-26T14:00:00+08:00')
  const c = await aCommunity()
  return { c, worker: await c.as('communityWorker') }
}
export const register = (worker: Caller, c: Community, over: Record<string, unknown> = {}) =>
  worker.call(api.registerPerson, { ...door(c), name: '李桂兰', sex: '2', ...over } as never)
