import { peopleApi } from '../modules/people/contract.ts'
import type { Desk } from './desk.ts'
import type { DemoPerson } from './persons.ts'
import type { DemoCommunity } from './places.ts'

/** Every so many households, from this one on: people whom no journey and no figure of the report touches. */
const EVERY = 97
const FROM = 31
const PAIRS = 3

/** 疑似重复: somebody entered once more at another door under the same name and telephone, without a number. */
export async function enterTwice(worker: Desk, { households }: DemoCommunity, taken: ReadonlySet<unknown>, personIdOf: (p: DemoPerson) => string | undefined): Promise<void> {
  const others = households.filter((h, i) => i % EVERY === FROM && !taken.has(h)).flatMap(({ persons: [, second] }) => (second?.phone ? [second] : []))
  for (let i = 0; i < PAIRS; i++) {
    const [one, again] = [others[2 * i], others[2 * i + 1]]
    const personId = again && personIdOf(again)
    if (!one || !personId) continue
    await worker.call(peopleApi.editPerson, { personId, version: 1, name: one.name, sex: one.sex === '男' ? '1' : '2', documentKind: 'none', documentNo: null, phone: one.phone })
  }
}
