import { passageApi, type GateData } from '../../../modules/passage/contract.ts'
import { passesApi } from '../../../modules/passes/contract.ts'
import { applyKeys, applyStops } from '../../../modules/passes/rules/code.ts'
import { ask } from '../../../ui/client.ts'
import type { GateCarried } from './known.ts'

/** What the gate needs, brought in the signal: its households masked, the order, the keys, the stops as a delta. One broken answer leaves the rest as it is. */
export async function bringGate(before: GateCarried | undefined, wanted?: string): Promise<GateCarried | undefined> {
  const { items: gates } = await ask(passageApi.myGates, {})
  const chosen = gates.find((one) => one.gateId === (wanted ?? before?.gateId)) ?? gates.find((one) => one.onPost || one.rostered) ?? gates[0]
  if (!chosen) return undefined
  const keys = applyKeys(before?.keys ?? null, await ask(passesApi.passKeys, {}).catch(() => undefined)).keys
  const held = before?.revocations ?? null
  const { revocations } = applyStops(held, await ask(passesApi.passStops, held ? { since: held.at } : {}).catch(() => undefined))
  return { gates, gateId: chosen.gateId, data: await households(chosen.gateId), keys, revocations }
}

async function households(gateId: string): Promise<GateData> {
  let data = await ask(passageApi.gateData, { gateId })
  const all = [...data.households]
  const vehicles = [...data.vehicles]
  while (data.next !== null) {
    data = await ask(passageApi.gateData, { gateId, after: data.next })
    all.push(...data.households)
    vehicles.push(...data.vehicles)
  }
  return { ...data, households: all, vehicles }
}
