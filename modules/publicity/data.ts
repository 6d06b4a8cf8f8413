import type { BothLanguages } from '../../kernel/fields.ts'
import type { PublicityWay } from './contract.ts'

/** `wide`: all homes of where it is are told; else as many as were counted, and `asked` is what is counted there. */
export const wayTerms: Readonly<Record<PublicityWay, { wide: boolean; asked: 'required' | 'optional' | 'none'; unit: 'households' | 'persons' | 'copies' }>> = {
  loudspeaker: { wide: true, asked: 'none', unit: 'households' },
  poster: { wide: true, asked: 'optional', unit: 'copies' },
  leaflet: { wide: false, asked: 'required', unit: 'households' },
  group: { wide: false, asked: 'required', unit: 'persons' },
  consultation: { wide: false, asked: 'required', unit: 'persons' },
}

export interface Hotline { number: string; name: BothLanguages; source: BothLanguages }
const everywhere: BothLanguages = { zh: '全国统一号码', en: 'the same number everywhere in the country' }
/** 求助电话 on the residents' page: whom to ring, and who says so. */
export const hotlines: readonly Hotline[] = [
  { number: '12320', name: { zh: '卫生健康热线(疫情、防护)', en: 'Health line (epidemic, protection)' }, source: { zh: '卫健局疫情防控工作汇报二(六):12320热线电话', en: 'Report of the health bureau, 2 (6)' } },
  { number: '12356', name: { zh: '心理援助热线', en: 'Psychological help' }, source: { zh: '国家卫生健康委《关于应用“12356”全国统一心理援助热线电话号码的通知》', en: 'National Health Commission: one number for psychological help' } },
  { number: '12345', name: { zh: '政务服务便民热线', en: 'Government services' }, source: { zh: '国办发〔2020〕53号', en: 'General Office of the State Council (2020) 53' } },
  { number: '120', name: { zh: '急救', en: 'Ambulance' }, source: everywhere },
  { number: '110', name: { zh: '报警', en: 'Police' }, source: everywhere },
  { number: '119', name: { zh: '火警', en: 'Fire' }, source: everywhere },
]

/** So long residents are told that something holds no more (本系统默认). */
export const OVER_DAYS = 14
/** As many as anybody reads on a phone. */
export const MOST_SHOWN = 60
/** As many settlements as a phone or a card lists. */
export const MOST_PLACES = 400
