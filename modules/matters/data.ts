import type { BothLanguages } from '../../kernel/fields.ts'
import type { MatterKind, WhistleKind } from './contract.ts'

interface Term { /** 办理时限, hours. */ hours: number; source: BothLanguages }
const dispatch: BothLanguages = { zh: '接诉即办:派单须注明办理时限;时长为本系统默认', en: 'A matter is sent on with a time limit; its length is the standard of this system' }
const quarantine: BothLanguages = { zh: '隔离户生活物资、药品由物业送上门,当天办;时长为本系统默认', en: 'What a household in quarantine needs is brought to the door the same day; the standard of this system' }
const danger: BothLanguages = { zh: '安全隐患当天处置;时长为本系统默认', en: 'A danger is dealt with the same day; the standard of this system' }

/** 事项类别 with their standing deadlines, in the order in which they are offered. */
export const matterTerms: Readonly<Record<MatterKind, Term>> = {
  sanitation: { hours: 24, source: dispatch },
  disinfection: { hours: 24, source: dispatch },
  facility: { hours: 72, source: dispatch },
  hazard: { hours: 12, source: danger },
  dispute: { hours: 72, source: dispatch },
  hardship: { hours: 48, source: dispatch },
  errand: { hours: 12, source: quarantine },
  transport: { hours: 4, source: quarantine },
  enquiry: { hours: 24, source: dispatch },
  other: { hours: 72, source: dispatch },
}

/** 加急, and by when whoever asked is to have been contacted (响应), hours. */
export const matterClock = { urgentHours: 2, respondHours: 24, urgentRespondHours: 1 } as const

const calling: BothLanguages = { zh: '街乡吹哨、部门报到;报到时限为本系统默认', en: 'The subdistrict whistles, departments report in; the time is the standard of this system' }
/** 哨的类别 with the time in which those called are to report in, minutes: 应急 shortest. */
export const whistleTerms: Readonly<Record<WhistleKind, { minutes: number; source: BothLanguages }>> = {
  routine: { minutes: 24 * 60, source: calling },
  hard: { minutes: 72 * 60, source: calling },
  emergency: { minutes: 30, source: calling },
}
/** 重复诉求: the same kind from the same door, person or telephone within so many days. */
export const REPEAT_DAYS = 30

/** 联系不上: after so many calls in vain it is closed without an answer and counts in no rate. */
export const MOST_CALLS_IN_VAIN = 2
/** 延期, days at most. */
export const MOST_DAYS_MORE = 30
/** 居民扫码: through one code in an hour; photos of one matter. */
export const residentLimits = { perCodePerHour: 30, photos: 3 } as const
/** 诉求人的姓名、电话: forgotten so many days after the matter is closed or withdrawn (个人信息保护法 §19, 最短时间; the standard of this system). */
export const CALLER_DAYS = 180
/** As many photos as anybody looks at. */
export const MOST_PHOTOS = 9
