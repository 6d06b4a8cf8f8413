import { nationName, nations, type CareGroup, type DocumentKind, type Residency } from '../../people/rules.ts'

/**
 * Words people write for the coded columns, to the codes of the register.
 * Sex GB/T 2261.1, nation GB/T 3304, relation to the householder GB/T 4761.
 */
const clean = (text: string): string => text.normalize('NFKC').replace(/[\s()]/g, '').toLowerCase()

const lookup = (table: Record<string, readonly string[]>): Map<string, string> => {
  const map = new Map<string, string>()
  for (const [code, words] of Object.entries(table)) for (const word of [code, ...words]) map.set(clean(word), code)
  return map
}

const sexes = lookup({ '1': ['男', '男性', 'm', 'male'], '2': ['女', '女性', 'f', 'female'], '0': ['未知'], '9': ['未说明'] })

const nationCodes = new Map<string, string>([['其它', '97']])
for (const { code, name } of nations) {
  for (const word of [code, String(Number(code)), name, name.replace(/族$/, '')]) nationCodes.set(word, code)
}

const relations = lookup({
  '01': ['本人', '1'], '02': ['户主', '2'], '10': ['配偶', '爱人'], '11': ['夫', '丈夫'], '12': ['妻', '妻子'],
  '20': ['子', '儿子', '长子', '次子', '三子', '四子', '独生子', '养子', '继子', '婿', '女婿'],
  '30': ['女', '女儿', '长女', '次女', '三女', '四女', '独生女', '养女', '继女', '媳', '儿媳', '媳妇', '儿媳妇'],
  '40': ['孙', '孙子', '孙女', '孙子、孙女或外孙子、外孙女', '外孙', '外孙子', '外孙女', '曾孙', '孙媳', '孙辈'],
  '50': ['父母', '父', '母', '父亲', '母亲', '岳父', '岳母', '公公', '婆婆', '公', '婆', '继父', '继母'],
  '60': ['祖父母', '祖父', '祖母', '外祖父', '外祖母', '爷爷', '奶奶', '外公', '外婆', '曾祖父', '曾祖母', '祖辈'],
  '70': ['兄弟姐妹', '兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹', '嫂', '弟媳', '姐夫', '妹夫'],
  '97': ['其他', '其它', '保姆', '租户', '租客', '同住', '亲戚', '朋友', '非亲属', '侄', '侄子', '侄女', '外甥', '外甥女'],
})

export const readSex = (text: string): string | undefined => sexes.get(clean(text))
export const readNation = (text: string): string | undefined => nationCodes.get(clean(text))
export const readRelation = (text: string): string | undefined => relations.get(clean(text))

const documentKinds = lookup({
  residentId: ['居民身份证', '身份证', '二代身份证', '户口簿', '户口本', '11'],
  hkMacauPermit: ['港澳居民居住证', '港澳居住证'],
  taiwanPermit: ['台湾居民居住证', '台湾居住证'],
  foreignPermit: ['外国人永久居留身份证', '外国人永久居留证', '永久居留证', '五星卡'],
  passport: ['护照', '外国护照'],
  other: ['其他', '其它', '军官证', '士兵证', '警官证', '出生医学证明', '港澳居民来往内地通行证', '港澳通行证', '台湾居民来往大陆通行证', '台胞证'],
  none: ['无', '无证件', '未办理', '新生儿'],
} satisfies Record<DocumentKind, string[]>)
export const readDocumentKind = (text: string): DocumentKind | undefined => documentKinds.get(clean(text)) as DocumentKind | undefined

const residencies = lookup({
  permanent: ['常住', '常住人口', '户籍', '户籍人口', '户在人在', '人户一致', '本地', '本地户籍', '常住居民'],
  registeredAway: ['户籍在外', '外出', '外出人口', '户在人不在', '人户分离', '空挂户', '在外', '外出务工'],
  visitor: ['外来', '外来人口', '流动', '流动人口', '暂住', '暂住人口', '租住', '租户', '寄住', '人在户不在', '探亲'],
  returnee: ['返乡', '返回', '返乡人员', '返文', '返岗'],
} satisfies Record<Residency, string[]>)
export const readResidency = (text: string): string | undefined => residencies.get(clean(text))

const careGroups = lookup({
  livingAlone: ['独居', '独居老人', '孤寡', '孤寡老人'],
  emptyNest: ['空巢', '空巢老人', '空巢家庭', '双老户', '纯老户'],
  disabled: ['残疾', '残疾人', '重残', '重度残疾'],
  incapacitated: ['失能', '半失能', '失能老人', '半失能老人', '失智', '卧床', '瘫痪', '生活不能自理'],
  pregnant: ['孕妇', '孕产妇', '孕产', '怀孕'],
  chronic: ['慢病', '慢性病', '基础病', '慢病患者', '高血压', '糖尿病', '大病', '重病'],
  unattendedChild: ['困境儿童', '留守儿童', '无人照料儿童', '孤儿', '无人照护儿童', '事实无人抚养儿童'],
  lowIncome: ['低保', '低保户', '低保对象', '低收入', '低收入家庭', '低保边缘', '困难家庭', '困难户'],
  destitute: ['特困', '特困人员', '特困供养', '五保', '五保户', '三无人员'],
  mentalDisorder: ['精神障碍', '严重精神障碍', '精神障碍患者', '精神病', '精神残疾', '智力残疾'],
  stranded: ['滞留', '滞留人员', '外地困难', '外地困难人员', '外来困难', '临时遇困'],
} satisfies Record<CareGroup, string[]>)

/** Nationalities met in rosters, to ISO 3166 letters (GB/T 2659). */
const nationalities = lookup({
  CHN: ['中国', '中华人民共和国', '中', 'cn', '156'], VNM: ['越南'], LAO: ['老挝'], MMR: ['缅甸'], THA: ['泰国'], USA: ['美国'], GBR: ['英国'],
  JPN: ['日本'], KOR: ['韩国'], PRK: ['朝鲜'], RUS: ['俄罗斯'], FRA: ['法国'], DEU: ['德国'], CAN: ['加拿大'], AUS: ['澳大利亚'], IND: ['印度'],
  PAK: ['巴基斯坦'], NPL: ['尼泊尔'], MYS: ['马来西亚'], SGP: ['新加坡'], IDN: ['印度尼西亚', '印尼'], PHL: ['菲律宾'], KHM: ['柬埔寨'],
})
export const readNationality = (text: string): string | undefined =>
  nationalities.get(clean(text)) ?? (/^[a-z]{3}$/i.test(text.trim()) ? text.trim().toUpperCase() : undefined)
/** Several in one cell: 独居、残疾. The first word nobody knows is returned as the problem. */
export function readCareGroups(text: string): { groups: string[] } | { unknown: string } {
  const words = text.normalize('NFKC').split(/[、,;/\s|]+/).map((word) => word.trim()).filter((word) => word !== '' && word !== '无' && word !== '否')
  const groups = new Set<string>()
  for (const word of words) {
    const group = careGroups.get(clean(word))
    if (group === undefined) return { unknown: word }
    groups.add(group)
  }
  return { groups: [...groups] }
}

/** The word our template offers and our export writes for a code: the first of its words. */
export const codeWords = {
  sex: { '1': '男', '2': '女', '0': '未知', '9': '未说明' },
  relation: {
    '01': '本人', '02': '户主', '10': '配偶', '11': '夫', '12': '妻', '20': '子', '30': '女', '40': '孙辈', '50': '父母', '60': '祖辈',
    '70': '兄弟姐妹', '97': '其他',
  },
  documentKind: {
    residentId: '居民身份证', hkMacauPermit: '港澳居民居住证', taiwanPermit: '台湾居民居住证', foreignPermit: '外国人永久居留身份证', passport: '护照', other: '其他', none: '无',
  },
  residency: { permanent: '常住', registeredAway: '户籍在外', visitor: '外来', returnee: '返乡' },
  careGroups: {
    livingAlone: '独居', emptyNest: '空巢', disabled: '残疾', incapacitated: '失能', pregnant: '孕产妇', chronic: '慢病', unattendedChild: '困境儿童', lowIncome: '低保', destitute: '特困', mentalDisorder: '精神障碍', stranded: '滞留',
  } satisfies Record<CareGroup, string>,
} as const satisfies Record<string, Record<string, string>>

export const nationWord = (code: string | null): string => nationName(code)

export const wordOf = (table: keyof typeof codeWords, code: string | null): string =>
  code === null ? '' : ((codeWords[table] as Record<string, string>)[code] ?? code)
