import sql, { join, raw, type Sql as Fragment } from 'sql-template-tag'
import type { ScreeningRow } from '../tables.ts'

/** One list of columns, so that reading, inserting and saving cannot drift apart. */
const names: Record<keyof ScreeningRow, string> = {
  id: 'id', receiptNo: 'receipt_no', areaId: 'area_id', areaPath: 'area_path', communityId: 'community_id', channel: 'channel', state: 'state',
  personId: 'person_id', householdId: 'household_id', name: 'name', sex: 'sex', birthOn: 'birth_on', documentKind: 'document_kind',
  documentSealed: 'document_sealed', documentIndex: 'document_index', documentMasked: 'document_masked', documentWrong: 'document_wrong',
  phoneSealed: 'phone_sealed', phoneIndex: 'phone_index', phoneMasked: 'phone_masked', building: 'building', unit: 'unit', room: 'room',
  origin: 'origin', originName: 'origin_name', originPlace: 'origin_place', leftOn: 'left_on', arrivedOn: 'arrived_on', transport: 'transport',
  tripNo: 'trip_no', via: 'via', companions: 'companions', purpose: 'purpose', purposeNote: 'purpose_note', contact: 'contact',
  lastExposureOn: 'last_exposure_on', symptoms: 'symptoms', symptomsAsked: 'symptoms_asked', temperature: 'temperature',
  temperatureSite: 'temperature_site', deviceError: 'device_error', reportedAt: 'reported_at', receivedAt: 'received_at',
  reportedBy: 'reported_by', reporterName: 'reporter_name', verifiedAt: 'verified_at', verifiedBy: 'verified_by', verifierName: 'verifier_name',
  decision: 'decision', policyId: 'policy_id', originClass: 'origin_class', measure: 'measure', outcomeReason: 'outcome_reason', note: 'note',
  verifyBy: 'verify_by', episodeId: 'episode_id', episodeExtended: 'episode_extended', joinedTo: 'joined_to', handedToAreaId: 'handed_to_area_id',
  handedToName: 'handed_to_name', deliveredAt: 'delivered_at', handedFromId: 'handed_from_id', handedFromName: 'handed_from_name', linkId: 'link_id',
  toldByName: 'told_by_name', toldByRelation: 'told_by_relation', toldByPhoneSealed: 'told_by_phone_sealed', toldByPhoneMasked: 'told_by_phone_masked',
  dayTold: 'day_told', asTold: 'as_told', occupation: 'occupation', closeContacts: 'close_contacts', contactAsked: 'contact_asked', confirmed: 'confirmed',
}
const entries = Object.entries(names) as [keyof ScreeningRow, string][]

export const columns = raw(entries.map(([key, column]) => `s.${column} as "${key}"`).join(', '))
export const columnNames = raw(entries.map(([, column]) => column).join(', '))

const value = (key: keyof ScreeningRow, v: unknown): Fragment =>
  (key === 'decision' || key === 'asTold') && v !== null ? sql`${JSON.stringify(v)}::jsonb` : sql`${v}`

export const valuesOf = (row: ScreeningRow): Fragment => join(entries.map(([key]) => value(key, row[key])))

/** `column = value` of everything that `change` names. */
export const assignments = (change: Partial<ScreeningRow>): Fragment =>
  join(entries.filter(([key]) => key in change).map(([key, column]) => sql`${raw(column)} = ${value(key, change[key])}`))
