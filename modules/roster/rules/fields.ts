/**
 * The columns of a roster (花名册), in the order of our template. `personId` is the hidden column of our own export.
 * `ignored` is a column the user told us to leave out.
 */
export const rosterFields = [
  'compound', 'grid', 'building', 'unit', 'room', 'address', 'name', 'relation', 'documentKind', 'documentNo', 'sex',
  'birthOn', 'nation', 'nationality', 'phone', 'residency', 'careGroups', 'registeredAddress', 'workplace', 'note',
  'personId',
] as const
export type RosterField = (typeof rosterFields)[number]

/** What stands over the columns of our own template and export; the first synonym of each field. */
export const fieldHeadings: Record<RosterField, string> = {
  compound: '小区/居民小组', grid: '网格', building: '楼栋', unit: '单元', room: '房号', address: '详细地址', name: '姓名',
  relation: '与户主关系', documentKind: '证件类型', documentNo: '证件号码', sex: '性别', birthOn: '出生日期', nation: '民族',
  nationality: '国籍', phone: '联系电话', residency: '居住类别', careGroups: '关爱类别', registeredAddress: '户籍地址',
  workplace: '工作单位', note: '备注', personId: '人员编号(请勿改动)',
}

/** Headings met in the field, beside our own. */
export const headingSynonyms: Record<RosterField, readonly string[]> = {
  compound: ['小区', '小区/村组', '小区/村', '小区名称', '居民小组', '村小组', '村民小组', '小组', '村组', '所属小区', '所在小区', '院落', '自然村'],
  grid: ['所属网格', '网格名称', '所在网格', '网格号', '网格编号'],
  building: ['楼号', '楼幢', '幢', '幢号', '栋', '栋号', '楼', '楼栋号', '几栋', '几幢'],
  unit: ['单元号', '几单元', '门洞', '梯'],
  room: ['室', '房间号', '室号', '门牌号', '门牌', '户号', '房间', '房屋号'],
  address: [
    '地址', '住址', '现住址', '现居住地', '居住地址', '家庭住址', '家庭地址', '现住地址', '居住地', '常住地址', '现居住地址', '楼栋房号',
    '房屋地址', '住宅地址', '详细住址',
  ],
  name: ['名字', '人员姓名', '居民姓名', '姓 名', '家庭成员', '家庭成员姓名', '成员姓名', '住户姓名', 'name'],
  relation: ['关系', '与户主的关系', '家庭关系', '户主关系', '和户主关系', '成员关系'],
  documentKind: ['证件种类', '证件类别', '证照类型'],
  documentNo: [
    '身份证', '身份证号', '身份证号码', '公民身份号码', '公民身份证号', '证件号', '证号', '身份号码', '居民身份证号', '居民身份证号码', '有效证件号码',
    '证照号码', '身份证件号码', 'id number',
  ],
  sex: ['男女', '性 别', 'sex', 'gender'],
  birthOn: ['出生年月日', '出生年月', '生日', '出生', '出生时间', 'date of birth'],
  nation: ['民 族', '族别'],
  nationality: ['国籍地区', '国家', '国籍或地区'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系方式', '电话号码', '移动电话', '本人电话', '联系手机', '联系号码', 'phone'],
  residency: ['人员类别', '人口类型', '人口类别', '居住性质', '人员类型', '居住类型', '户籍类型', '人户状态'],
  careGroups: ['特殊人群', '重点人群', '关爱对象', '特殊类别', '帮扶类别', '重点关爱', '人员标签', '特殊属性'],
  registeredAddress: ['户籍地', '户籍所在地', '户口所在地', '户籍', '户口地址', '户籍详细地址', '户口所在地址', '籍贯地址'],
  workplace: ['单位', '工作场所', '就业单位', '工作单位或学校', '从业单位', '学校', '单位名称', '工作地点'],
  note: ['说明', '备考', '其他', '附注'],
  personId: ['人员编号', 'personid'],
}

/** Columns that stand in many sheets and mean nothing to us; 行号 and 原因 are our own error file's. */
export const ignoredHeadings: readonly string[] = ['序号', '编号', '行号', '原因', '年龄', 'no', '填报人', '审核人', '签名']
