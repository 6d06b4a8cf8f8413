import { nations } from '../../people/rules.ts'
import { codeWords } from './codes.ts'
import { fieldHeadings, rosterFields, type RosterField } from './fields.ts'

/** How a column of our template is filled (填写说明), how wide it is, and what its drop-down offers. */
export interface ColumnLayout {
  field: RosterField
  heading: string
  width: number
  instruction: string
  choices: readonly string[]
}

const required = '必填:'
const optional = '选填:'
const notes: Record<RosterField, [width: number, instruction: string]> = {
  compound: [18, `${required}从下拉中选择本社区的小区或居民小组`],
  grid: [12, `${optional}从下拉中选择;不填则先记在小区`],
  building: [8, `${optional}如 3、3幢、B1;自建房不填`],
  unit: [8, `${optional}如 2、2单元`],
  room: [10, `${required}如 501;自建房填门牌号`],
  address: [24, `${optional}楼栋、单元、房号分不开时填在这里,如 3幢2单元501`],
  name: [12, `${required}与证件一致`],
  relation: [12, `${optional}从下拉中选择;每户一位“户主”`],
  documentKind: [18, `${optional}不填按居民身份证;新生儿等填“无”`],
  documentNo: [24, `${optional}末位X请大写;请勿改单元格格式`],
  sex: [6, `${optional}有身份证号时可不填`],
  birthOn: [14, `${optional}如 1990-01-02;有身份证号时可不填`],
  nation: [10, `${optional}从下拉中选择`],
  nationality: [10, `${optional}中国籍可不填`],
  phone: [16, `${optional}手机或带区号的座机;老人可填子女号码`],
  residency: [12, `${optional}从下拉中选择;不填按常住`],
  careGroups: [16, `${optional}${Object.values(codeWords.careGroups).join('、')};多项用顿号隔开`],
  registeredAddress: [28, `${optional}户口所在地`],
  workplace: [20, `${optional}单位或学校`],
  note: [20, optional],
  personId: [10, ''],
}

const choicesOf: Partial<Record<RosterField, readonly string[]>> = {
  relation: Object.values(codeWords.relation),
  documentKind: Object.values(codeWords.documentKind),
  sex: [codeWords.sex['1'], codeWords.sex['2']],
  nation: nations.map((nation) => nation.name),
  residency: Object.values(codeWords.residency),
}

const layoutOf = (field: RosterField): ColumnLayout => ({
  field, heading: fieldHeadings[field], width: notes[field][0], instruction: notes[field][1], choices: choicesOf[field] ?? [],
})

/** Columns of the template; the export has the same and the hidden number of the person. */
export const templateColumns: readonly ColumnLayout[] = rosterFields.filter((f) => f !== 'personId').map(layoutOf)
export const exportColumns: readonly ColumnLayout[] = rosterFields.map(layoutOf)

/** The second sheet of the template. */
export const templateNotes: readonly string[] = [
  '填写说明',
  '1. 一人一行。第2行是各列的说明,导入时自动跳过,可以保留也可以删除。',
  '2. 列的顺序可以变,列名可以用常用叫法(如“身份证号”“公民身份号码”“证件号码”都认得),不用的列可以删除。',
  '3. 证件号码列已设为文本格式。请勿改成数字,否则Excel会把末几位变成0,无法恢复。',
  '4. 日期写成 1990-01-02、1990/1/2、1990年1月2日、19900102 都可以。',
  '5. 系统里已有的人:证件号码和姓名都一致时更新,空白的格不会清掉原有内容;只是像的,会列出来请您核对。',
  '6. 有错的行不会影响其他行:导入后可下载错误文件,只含有错的行,改好直接再导入。',
  '7. 导入错了可以整批撤销。',
]
