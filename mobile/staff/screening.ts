import type { Day, Instant } from '../../kernel/dates.ts'
import type { InputOf } from '../../kernel/endpoint.ts'
import type { CarriedDuty } from '../../modules/field/contract.ts'
import type { PolicyEdition } from '../../modules/policies/contract.ts'
import type { screeningApi } from '../../modules/screening/contract.ts'
import { inputOf as declared, nobody, type Draft } from '../declaration/draft.ts'
import type { Place } from '../declaration/place.ts'

/** The declaration’s own screens ask at the door too; here nobody signs and nobody is asked to read a notice. */
export const startDraft = (known: { name: string; building: string; unit: string; room: string } | undefined): Draft => ({
  step: 0, proxy: undefined, submission: undefined, privacyRead: true, origin: undefined, originName: '', originPlace: '', arrivedOn: '', purpose: undefined, transport: undefined, tripNo: '',
  areaId: undefined, building: known?.building ?? '', unit: known?.unit ?? '', room: known?.room ?? '', people: [{ ...nobody, name: known?.name ?? '' }], signedBy: '',
})

/** What the screens want to know of the place, out of what the phone carries. */
export const placeFrom = (duty: CarriedDuty | undefined, areaName: string, policy: PolicyEdition | undefined, today: Day): Place => ({
  purpose: 'declaration', stopped: false, areaName: duty?.areaName ?? areaName, areaFullName: '', officePhone: duty?.officePhone ?? null, homeCode: duty?.homeCode ?? '', today,
  places: (duty?.places.length ?? 0) > 1 ? (duty?.places ?? []) : [], thermometer: policy ? { min: policy.document.temperature.deviceMin, max: policy.document.temperature.deviceMax } : null,
})

/** A registration at the door: somebody in the register by id, or somebody new where the duty was (`dutyAt`), for by the time it is sent that may be another; with its own time. */
export function inputOf(draft: Draft, personId: string | undefined, reportedAt: Instant, dutyAt?: string): InputOf<typeof screeningApi.recordScreening> {
  const { people: [person], signedBy: _s, privacyRead: _p, areaId, toldBy: _t, companions: _c, ...journey } = declared(draft)
  const { name, building, unit, room, documentKind, documentNo, phone, ...health } = person ?? { name: '', building: '', unit: '', room: '' }
  return {
    ...journey, ...health, channel: 'door', reportedAt, verify: false, ...(areaId ?? (personId ? undefined : dutyAt) ? { areaId: areaId ?? dutyAt } : {}),
    who: personId ? { personId } : { newcomer: { name, building, unit, room, ...(documentKind ? { documentKind } : {}), ...(documentNo ? { documentNo } : {}), ...(phone ? { phone } : {}) } },
  }
}
