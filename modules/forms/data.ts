/**
 * 报表减负, what a community may answer a department: 上海市居民委员会工作条例 §27–28 (协助行政事项准入管理, 清单外有权拒绝), told in our words and not quoted.
 * Beijing says the same more strictly (不得违反规定要求社区填表报数). Another province sets its own rule here.
 */
export const refusal = {
  law: '《上海市居民委员会工作条例》第二十七条、第二十八条',
  says: '协助行政事项实行准入管理,清单以外的,居民委员会有权拒绝',
} as const

/** An estimate and said to be one: so many seconds to look a value up and type it into a cell. */
export const SECONDS_PER_CELL = 5
