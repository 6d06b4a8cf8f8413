import type { Conditions } from '../contract.ts'

/** 谁该在表里, as far as the title says it: 60岁以上独居老人, 居家隔离人员, 80周岁以上老人, 外来人口. */
export function conditionsIn(title: string): Conditions {
  const text = title.normalize('NFKC').replace(/\s/g, '')
  const from = /(\d{1,3})(?:周岁|岁)?(?:\(含\))?(?:及|\(含\))?以上/.exec(text)?.[1]
  const to = /(\d{1,3})(?:周岁|岁)(?:及)?以下/.exec(text)?.[1]
  const care = ([['livingAlone', /独居/], ['emptyNest', /空巢/], ['disabled', /残疾/], ['incapacitated', /失能/], ['pregnant', /孕/], ['chronic', /慢性?病|基础疾?病/], ['unattendedChild', /困境儿童|留守儿童/], ['lowIncome', /低保|低收入/], ['destitute', /特困|五保/], ['mentalDisorder', /精神障碍/], ['stranded', /滞留/]] as const).filter(([, word]) => word.test(text)).map(([group]) => group)
  const old = from === undefined && /老年人|老人/.test(text) && care.length === 0 ? (/高龄/.test(text) ? 80 : 60) : undefined
  const managed = /居家(医学)?(隔离|观察)/.test(text) ? 'homeQuarantine' as const : /集中(医学)?(隔离|观察)/.test(text) ? 'centralQuarantine' as const : /隔离|在管|医学观察|管控人员/.test(text) ? 'any' as const : undefined
  const residency = /外来|流动人口|租住|暂住/.test(text) ? 'visitor' as const : /返乡|返回人员/.test(text) ? 'returnee' as const : /户籍在外|外出(务工|人员)/.test(text) ? 'registeredAway' as const : undefined
  const ageFrom = from !== undefined && Number(from) > 0 && Number(from) <= 120 ? Number(from) : old
  return {
    ...(ageFrom === undefined ? {} : { ageFrom }), ...(to === undefined || Number(to) > 120 ? {} : { ageTo: Number(to) }), ...(care.length > 0 ? { careGroups: [...care] } : {}),
    ...(managed ? { managed } : {}), ...(residency ? { residency } : {}),
  }
}
