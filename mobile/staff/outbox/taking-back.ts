import { careApi } from '../../../modules/care/contract.ts'
import { disinfectionApi } from '../../../modules/disinfection/contract.ts'
import { passageApi } from '../../../modules/passage/contract.ts'
import { publicityApi } from '../../../modules/publicity/contract.ts'
import { quarantineApi } from '../../../modules/quarantine/contract.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { ask } from '../../../ui/client.ts'
import { staffState, type BoxRecord } from '../state.ts'
import { sync } from '../sync.ts'
import { fieldNow, forgetRecord, takeBack } from './box.ts'
import { itemOf } from './sending.ts'

/** 撤回 of a record wherever it is by now: what was never sent goes from the phone alone; what was, the server takes back once it is known to be there. */
export async function takeBackSent(id: string): Promise<boolean> {
  if (await takeBack(id)) return true
  const now = () => staffState().records.find(({ record }) => record.id === id)
  if (now()?.state === 'waiting') await sync()
  const one = now()
  if (one?.state !== 'arrived') return false
  const undone = undoing(one)
  if (!undone) return false
  try {
    await undone()
    await forgetRecord(id)
    return true
  } catch {
    return false
  }
}

/** How the server takes a record back; undefined for what is not taken back this way (签到, 来返登记). */
function undoing(one: BoxRecord): (() => Promise<unknown>) | undefined {
  const { record: { command, input }, answer } = one
  if (command === 'passage.recordPassages') return () => ask(passageApi.takeBackPassage, { eventId: String(itemOf(one)['eventId']) })
  if (command === 'quarantine.recordVisit') return () => ask(quarantineApi.undoVisit, { visitId: String(input['visitId']) })
  if (command === 'disinfection.recordDisinfection') return () => ask(disinfectionApi.undoDisinfection, { disinfectionId: String(input['disinfectionId']) })
  if (command === 'publicity.recordPublicity') return () => ask(publicityApi.undoPublicity, { recordId: String(input['recordId']) })
  const madeId = answer?.madeId
  if (madeId === undefined) return undefined
  if (command === 'care.coverHome') return () => ask(careApi.undoCover, { coverId: madeId })
  return command === 'care.recordCareVisit' ? () => ask(careApi.undoCareVisit, { visitId: madeId }) : () => ask(quarantineApi.undoCall, { callId: madeId })
}
/** Arrived today, by a command that can be taken back by who recorded it. */
export const mayTakeBackThere = (one: BoxRecord): boolean => one.state === 'arrived' && dayOf(one.record.at) === dayOf(fieldNow()) && undoing(one) !== undefined
