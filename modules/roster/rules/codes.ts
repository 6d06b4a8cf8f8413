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

/** GB/T 3304 in its order: 01 汉 … 56 基诺. */
export const nationNames: readonly string[] =
  ('汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 ' +
    '仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺').split(' ')
const nations = new Map<string, string>([['97', '97'], ['其他', '97'], ['98', '98'], ['外国血统', '98']])
nationNames.forEach((name, i) => {
  const code = String(i + 1).padStart(2, '0')
  for (const word of [code, String(i + 1), name, `${name}族`]) nations.set(word, code)
})

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
export const readNation = (text: string): string | undefined => nations.get(clean(text))
export const readRelation = (text: string): string | undefined => relations.get(clean(text))

const documentKinds = lookup({
  residentId: ['居民身份证', '身份证', '二代身份证', '户口簿', '户口本', '11'],
  hkMacauPermit: ['港澳居民居住证', '港澳居住证'],
  taiwanPermit: ['台湾居民居住证', '台湾居住证'],
  foreignPermit: ['外国人永久居留身份证', '外国人永久居留证', '永久居留证', '五星卡'],
  passport: ['护照', '外国护照'],
  none: ['无', '无证件', '未办理', '新生儿'],
})
export const readDocumentKind = (text: string): string | undefined => documentKinds.get(clean(text))

const residencies = lookup({
  permanent: ['常住', '常住人口', '户籍', '户籍人口', '户在人在', '人户一致', '本地', '本地户籍', '常住居民'],
  registeredAway: ['户籍在外', '外出', '外出人口', '户在人不在', '人户分离', '空挂户', '在外', '外出务工'],
  visitor: ['外来', '外来人口', '流动', '流动人口', '暂住', '暂住人口', '租住', '租户', '寄住', '人在户不在', '探亲'],
  returnee: ['返乡', '返回', '返乡人员', '返文', '返岗'],
})
export const readResidency = (text: string): string | undefined => residencies.get(clean(text))

const careGroups = lookup({
  livingAlone: ['独居', '独居老人', '空巢', '空巢老人', '孤寡', '孤寡老人'],
  disabled: ['残疾', '残疾人', '失能', '重残'],
  pregnant: ['孕妇', '孕产妇', '孕产', '怀孕'],
  chronic: ['慢病', '慢性病', '基础病', '慢病患者', '高血压', '糖尿病', '大病', '重病'],
  unattendedChild: ['困境儿童', '留守儿童', '无人照料儿童', '孤儿', '无人照护儿童'],
})
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
