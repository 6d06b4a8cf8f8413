/** 车辆种类: what stands at the gate; a tricycle without a plate is described in words. */
export const vehicleKinds = ['small', 'large', 'newEnergy', 'motorcycle', 'tricycle', 'embassy', 'police', 'army', 'emergency', 'temporary', 'other'] as const
export type VehicleKind = (typeof vehicleKinds)[number]

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const LETTER = '[A-HJ-NP-Z]'
const SIGN = '[A-HJ-NP-Z0-9]'

/** GA 36 and what drives about beside it, each with the kind it tells of. I and O are never written. */
const FORMS: readonly { form: RegExp; kind: VehicleKind }[] = [
  // 新能源: eight signs; small cars have their letter in third place (D and F first, since A to K), large ones at the end.
  { form: new RegExp(`^[${PROVINCES}]${LETTER}[A-HJK]${SIGN}\\d{4}$`), kind: 'newEnergy' },
  { form: new RegExp(`^[${PROVINCES}]${LETTER}\\d{5}[A-HJK]$`), kind: 'newEnergy' },
  { form: new RegExp(`^[${PROVINCES}]${LETTER}${SIGN}{4}警$`), kind: 'police' },
  { form: new RegExp(`^[${PROVINCES}]${LETTER}${SIGN}{4}挂$`), kind: 'large' },
  { form: new RegExp(`^[${PROVINCES}]${LETTER}${SIGN}{4}[学港澳超]$`), kind: 'small' },
  // 使馆 and 领馆, old (使014578, 沪A1234领) and new (使A12345)
  { form: /^使(\d{6}|[A-HJ-NP-Z0-9]{6})$/, kind: 'embassy' },
  { form: new RegExp(`^[${PROVINCES}]${LETTER}${SIGN}{4}[使领]$`), kind: 'embassy' },
  { form: new RegExp(`^WJ[${PROVINCES}]?\\d{4}[A-Z0-9]$`), kind: 'army' },
  { form: /^[VKHBSLJNGCEAFDZTUM军][A-Z]\d{5}$/, kind: 'army' },
  // 应急救援 (国家综合性消防救援队伍): 云X1234应急
  { form: new RegExp(`^[${PROVINCES}][XS]\\d{3,4}应急$`), kind: 'emergency' },
  // 临时号牌: 临 before or after, five to six signs
  { form: new RegExp(`^临?[${PROVINCES}]${LETTER}${SIGN}{5}临?$`), kind: 'small' },
]

/** As stored: capitals, no spaces or dots. */
export const normalPlate = (text: string): string => text.normalize('NFKC').replace(/[\s.·•・‧-]/g, '').toUpperCase()

/** The kind a plate tells of; undefined when it cannot be one. */
export function plateKind(text: string): VehicleKind | undefined {
  const plate = normalPlate(text)
  const kind = FORMS.find(({ form }) => form.test(plate))?.kind
  return kind && plate.includes('临') ? 'temporary' : kind
}

/** As it stands on the car: 云H·A1234. */
export const plateText = (plate: string): string => (new RegExp(`^[${PROVINCES}]`).test(plate) ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate)
