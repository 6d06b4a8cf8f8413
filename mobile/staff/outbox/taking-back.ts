import { passageApi } from '../../../modules/passage/contract.ts'
import { ask } from '../../../ui/client.ts'
import { staffState } from '../state.ts'
import { sync } from '../sync.ts'
import { forgetRecord, takeBack } from './box.ts'
import { itemOf } from './sending.ts'

/** 撤回 of a passage wherever it is by now: what was never sent goes from the phone alone; what was, the server takes back once it is known to be there. */
export async function takeBackPassage(id: string): Promise<boolean> {
  if (await takeBack(id)) return true
  const now = () => staffState().records.find(({ record }) => record.id === id)
  if (now()?.state === 'waiting') await sync()
  const one = now()
  if (one?.state !== 'arrived') return false
  try {
    await ask(passageApi.takeBackPassage, { eventId: String(itemOf(one)['eventId']) })
    await forgetRecord(id)
    return true
  } catch {
    return false
  }
}
