import type { BothLanguages } from '../../kernel/fields.ts'

/** 依据, with the edition it is quoted from; art. 43 of the first has the residents’ committee name somebody who answers for minors. */
export const careLaw = {
  minors: {
    zh: '未成年人保护法(2024年修正)第九十二条第(三)项:监护人因突发事件不能履行监护职责、导致监护缺失的,由民政部门临时监护。',
    en: 'Law on the Protection of Minors (as amended 2024), art. 92 (3): where an emergency keeps the guardian away, civil affairs take over guardianship for the time being.',
  },
  others: {
    zh: '北京市突发公共卫生事件应急条例(2020年)第四十二条:居民委员会、村民委员会对无人照料的儿童、失能老人、精神障碍者等组织临时照料。',
    en: 'Beijing Regulations on Public Health Emergencies (2020), art. 42: the residents’ committee arranges care for children, dependent elderly and people with mental disorders who have nobody.',
  },
} as const satisfies Record<string, BothLanguages>

/** 成年 */
export const ADULT_AGE = 18
/** 送医后多久还没有再登记, days: whoever has not been heard of for longer has long been answered for. */
export const HOSPITAL_DAYS = 60
/** 责任人, by duty: whoever knows the door. A supervisor of a whole community answers for everybody and so for nobody. */
export const CARE_DUTIES = ['gridWorker', 'buildingHead', 'compoundKeeper'] as const
