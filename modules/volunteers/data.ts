import type { BothLanguages } from '../../kernel/fields.ts'
import type { FreeTime, PointRules, Skill, WorkKind } from './contract.ts'

/** 依据, with the edition it is quoted from. */
export const volunteerLaw = {
  record: {
    zh: '《志愿服务条例》(国务院令第685号,2017年)第十九条:志愿服务组织应当如实记录志愿者个人基本信息、志愿服务、培训、表彰奖励、评价等情况;需要证明的,依据记录无偿、如实出具。',
    en: 'Regulations on Voluntary Service (State Council Order 685, 2017), art. 19: who served, what, training, honours and ratings are recorded truthfully; a certificate is made from the record, free of charge.',
  },
  named: {
    zh: '《志愿服务条例》(国务院令第685号,2017年)第二十条:未经志愿者本人同意,不得公开或者泄露其有关信息。',
    en: 'Regulations on Voluntary Service (State Council Order 685, 2017), art. 20: nothing of a volunteer is made public without consent.',
  },
} as const satisfies Record<string, BothLanguages>

/** 时段, from which hour to which, in the order of the day; a night goes on into the morning. How people speak of it, not a term of any order. */
export const dayHours = { from: 8, to: 18 } as const
export const eveningHours = { from: 18, to: 22 } as const
export const freeWords: Record<FreeTime, string> = { weekday: '8:00—18:00', weekend: '8:00—18:00', evening: '18:00—22:00', night: '22:00—8:00' }

/** What a kind of work asks for where the call says nothing. */
export const skillOf: Partial<Record<WorkKind, Skill>> = { gate: 'keeping', delivery: 'delivery', disinfection: 'disinfection', medical: 'medical' }

/** Shipped as an example: what communities publish (环境整治每小时2分, 宣讲每次10分; 基础分0, 可累积, 台账为准). The community puts its own edition in its place. */
export const shippedRules: PointRules = {
  basis: '本系统示例,参照公开的社区积分办法(环境整治每小时2分、宣讲每次10分,基础分0,台账为准);请按本社区公示的办法公布',
  items: [
    { kind: 'gate', points: 2, per: 'hour', mostADay: 16 }, { kind: 'delivery', points: 2, per: 'hour', mostADay: 16 }, { kind: 'visit', points: 2, per: 'hour', mostADay: 16 }, { kind: 'disinfection', points: 2, per: 'hour', mostADay: 16 },
    { kind: 'medical', points: 3, per: 'hour', mostADay: 24 }, { kind: 'publicity', points: 10, per: 'time', mostADay: 20 }, { kind: 'other', points: 2, per: 'hour', mostADay: 16 },
  ],
}

/** 最近几天帮得少的先请 */
export const RECENT_DAYS = 7
/** 快开始了还缺人, hours */
export const SOON_HOURS = 24
/** The longest time asked for at once, hours: a gate changes its keepers within a day. */
export const LONGEST_HOURS = 48
/** So many proposals are shown; nobody rings more. */
export const PROPOSED_MOST = 20
/** So many lines at once. */
export const LINES_MOST = 500
/** Through one code on a wall in an hour: a limit against a flood of invented names, not a term of any order. */
export const PER_CODE_PER_HOUR = 30
