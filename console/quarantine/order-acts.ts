import type { ContactKind, Measure } from '../../modules/policies/contract.ts'
import { quarantineApi } from '../../modules/quarantine/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { useCommandOf } from '../../ui/queries.ts'
import { say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

export const orderActs = ['changeMeasure', 'expose', 'assignRoom', 'moveOut', 'hospital', 'releaseEarly', 'cancel'] as const
export type OrderAct = (typeof orderActs)[number]
export interface OrderInput { orderNo: string; reason: string; measure?: Measure; contact?: ContactKind; lastExposureOn: string; roomId?: string }
type Field = keyof OrderInput

const asked: Record<OrderAct, readonly Field[]> = {
  changeMeasure: ['measure', 'orderNo', 'reason'], expose: ['contact', 'lastExposureOn', 'reason'], assignRoom: ['roomId'],
  moveOut: ['reason'], hospital: ['reason'], releaseEarly: ['orderNo', 'reason'], cancel: ['reason'],
}
export const asks = (act: OrderAct, field: Field): boolean => asked[act].includes(field)
/** Fields still empty: an order's number and a reason have at least two characters. */
export const missingIn = (act: OrderAct, input: OrderInput): Field[] => asked[act].filter((field) => (input[field] ?? '').trim().length < 2)

/** Sends what was filled in to the endpoint of the act. */
export function useOrderActs(episodeId: string, onDone: () => void) {
  const t = useWords()
  const f = useFormats()
  const tError = useErrorWords()
  const told = { onDone: () => { say(t('quarantine.card.done')); onDone() }, onRefused: (error: unknown) => say(tError(error)) }
  const change = useCommandOf(quarantineApi.changeMeasure, told)
  const expose = useCommandOf(quarantineApi.recordExposure, {
    ...told, onDone: ({ measure, endsOn }) => { say(t('quarantine.card.exposed', { measure: t(`quarantine.measures.${measure}`), endsOn: f.day(endsOn) })); onDone() },
  })
  const room = useCommandOf(quarantineApi.assignRoom, told)
  const moveOut = useCommandOf(quarantineApi.moveOut, told)
  const hospital = useCommandOf(quarantineApi.sendToHospital, told)
  const early = useCommandOf(quarantineApi.releaseEarly, told)
  const cancel = useCommandOf(quarantineApi.cancelEpisode, told)
  const send = (act: OrderAct, { orderNo, reason, measure, contact, lastExposureOn, roomId }: OrderInput) => {
    if (act === 'changeMeasure' && measure) change.mutate({ episodeId, measure, orderNo, reason, ...(roomId ? { roomId } : {}) })
    if (act === 'expose' && contact) expose.mutate({ episodeId, contact, lastExposureOn, reason })
    if (act === 'assignRoom' && roomId) room.mutate({ episodeId, roomId })
    if (act === 'moveOut') moveOut.mutate({ episodeId, reason })
    if (act === 'hospital') hospital.mutate({ episodeId, reason })
    if (act === 'releaseEarly') early.mutate({ episodeId, orderNo, reason })
    if (act === 'cancel') cancel.mutate({ episodeId, reason })
  }
  return { send, busy: [change, expose, room, moveOut, hospital, early, cancel].some((c) => c.isPending) }
}
