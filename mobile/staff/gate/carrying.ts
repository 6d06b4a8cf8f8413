import { knownOf } from '../../../kernel/marks.ts'
import { passageApi } from '../../../modules/passage/contract.ts'
import { mergedGate, type GateKept } from '../../../modules/passage/rules/carried.ts'
import { passesApi } from '../../../modules/passes/contract.ts'
import { applyKeys, applyStops } from '../../../modules/passes/rules/code.ts'
import { ask } from '../../../ui/client.ts'
import type { GateCarried } from './known.ts'

/** What the gate needs, brought in the signal: its households masked, the order, the post, the keys, the stops; of what is here already only what changed. One broken answer leaves the rest as it is. */
export async function bringGate(before: GateCarried | undefined): Promise<GateCarried | undefined> {
  const { items: gates } = await ask(passageApi.myGates, {})
  const chosen = gates.find((one) => one.gateId === before?.gateId) ?? gates.find((one) => one.onPost || one.rostered) ?? gates[0]
  if (!chosen) return undefined
  const { gateId } = chosen
  const same = before?.gateId === gateId ? before : undefined
  const keys = applyKeys(before?.keys ?? null, await ask(passesApi.passKeys, {}).catch(() => undefined)).keys
  const held = before?.revocations ?? null
  const { revocations } = applyStops(held, await ask(passesApi.passStops, held?.areaId ? { since: held.at, areaId: held.areaId } : {}).catch(() => undefined))
  const post = await ask(passageApi.gatePost, { gateId }).catch(() => same?.post ?? null)
  return { gates, gateId, data: await households(gateId, same?.data ?? null), post, keys, revocations }
}

/** A large place comes in several answers, each naming what has come before. */
async function households(gateId: string, before: GateKept | null): Promise<GateKept> {
  let data = before
  for (let more = true; more;) {
    const answer = await ask(passageApi.gateData, { gateId, known: knownOf(data?.parts ?? []) })
    data = mergedGate(data, answer)
    more = answer.more
  }
  if (!data) throw new Error('no answer')
  return data
}
