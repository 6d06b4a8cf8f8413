import type { Placeholder } from '../contract.ts'

export const p = (name: string, zh: string, en: string, example: string, more: Pick<Placeholder, 'required' | 'picture'> = {}): Placeholder => ({ name, about: { zh, en }, example, ...more })

/** Who a document is about. Numbers are masked: the paper may lie about. */
export const PERSON: readonly Placeholder[] = [
  p('姓名', '本人姓名', 'name', '样例甲', { required: true }),
  p('性别', '男、女', 'sex', '女'),
  p('年龄', '签发日的周岁', 'age in years', '45岁'),
  p('证件类型', '身份证等', 'kind of document', '居民身份证'),
  p('证件号码', '隐去中间位', 'document number, masked', '999***********0021'),
  p('联系电话', '隐去中间位', 'telephone, masked', '199****0001'),
  p('住址', '小区、楼栋、单元、室', 'address', '锦绣小区3幢2单元501'),
  p('工作单位', '登记的单位', 'workplace', '某某公司'),
]

/** The management itself, from the decision that was taken. */
export const MANAGEMENT: readonly Placeholder[] = [
  p('管控方式', '集中隔离、居家隔离、居家健康监测', 'measure', '居家隔离', { required: true }),
  p('原因', '作出决定的一句话', 'the one sentence why', '来自四川省,按第3号令第二条,居家隔离14天,医生上门测温'),
  p('方案文号', '所依据的方案或命令', 'number of the order', '指挥部令第3号'),
  p('条款', '所依据的条', 'clause of the order', '第二条'),
  p('来源地', '从哪里来', 'where from', '四川省成都市'),
  p('起算日期', '到达日或末次接触日', 'arrival or last exposure', '2020年2月18日'),
  p('计天方式', '从哪天算起、哪天算第1天', 'how days are counted', '到达,次日算第1天'),
  p('开始日期', '开始的当天', 'first day', '2020年2月18日', { required: true }),
  p('期满日期', '最后一天,当日24时期满', 'last day, over at 24:00', '2020年3月3日', { required: true }),
  p('天数', '共几天', 'number of days', '14'),
  p('隔离地点', '家中,或隔离点和房间', 'home, or site and room', '家中'),
  p('测温时段', '方案规定的时段', 'windows for taking the temperature', '上午6:00—12:00、下午14:00—20:00'),
  p('发热标准', '方案规定的体温', 'from what temperature on it is a fever', '37.3℃'),
]

/** Who answers, and the office. */
export const OFFICE: readonly Placeholder[] = [
  p('责任医生', '姓名', 'doctor', '样例医生'), p('医生电话', '办公电话', 'doctor’s telephone', '0876-1990003'),
  p('责任社区工作者', '姓名', 'community worker', '样例社工'), p('社区工作者电话', '办公电话', 'worker’s telephone', '0876-1990001'),
  p('社区名称', '出具的社区', 'community', '样例社区', { required: true }), p('单位全称', '街道和社区', 'names from the subdistrict down', '样例街道样例社区'),
  p('社区电话', '值班电话', 'telephone of the office', '0876-1990000'), p('上级单位', '街道(乡镇)', 'office above', '样例街道'),
  p('签发日期', '首次签发的日期', 'day it was first issued', '2020年2月19日', { required: true }), p('签发人', '经办人', 'issued by', '样例社工'),
]

export const CHECK: readonly Placeholder[] = [
  p('二维码', '核验用,扫码只显示编号、种类、单位、日期、是否有效', 'QR for checking: number, kind, office, day, valid or not', 'http://localhost/m/v/sample', { picture: true }),
  p('核验网址', '与二维码相同', 'same as the QR', 'http://localhost/m/v/sample'),
]

const number = p('编号', '年度连续编号,补打不变', 'number of the year; stays when printed again', '样例社区疫防告〔2020〕1号', { required: true })

export const startNotice: readonly Placeholder[] = [number, ...PERSON, ...MANAGEMENT, ...OFFICE, ...CHECK]
export const releaseNotice: readonly Placeholder[] = [
  { ...number, example: '样例社区疫防解〔2020〕1号' }, ...PERSON, ...MANAGEMENT, ...OFFICE, ...CHECK,
  p('告知书编号', '对应的告知书', 'number of the notice of start', '样例社区疫防告〔2020〕1号'),
  p('解除日期', '解除的当日', 'day of release', '2020年3月4日', { required: true }),
  p('解除依据', '期满,或提前解除的文号', 'period over, or the order', '观察期满'),
  p('核酸结果', '方案要求检测的', 'tests the order asks for', '按方案无需检测'),
  p('决定人', '确认解除的人', 'confirmed by', '样例干部'),
]

/** 健康证明 for somebody who goes out: what was found is read from the data, not typed. */
export const healthCertificate: readonly Placeholder[] = [
  { ...number, example: '样例社区健证〔2020〕1号' }, ...PERSON, ...OFFICE.filter(({ name }) => ['社区名称', '单位全称', '社区电话', '上级单位', '签发日期', '签发人'].includes(name)), ...CHECK,
  p('外出事由', '务工、看病', 'why they go out', '外出务工'), p('目的地', '省市县', 'where to', '广东省深圳市', { required: true }), p('出发日期', '申请的日期', 'day of leaving', '2020年2月27日'),
  p('查询天数', '方案规定往前看几天', 'days looked back on', '14'), p('体温情况', '次数和范围', 'readings and their range', '3次,36.2—36.7℃', { required: true }), p('症状情况', '无,或有哪些', 'symptoms', '无'),
  p('管控情况', '未被管控,或哪天解除', 'not managed, or released when', '未被管控'), p('陪同人', '专人陪同的写姓名', 'escort', ''), p('有效期至', '当日24时止', 'last day it holds', '2020年3月3日', { required: true }),
]

/** 社区开的证明 (modules/certificates): its words come from the list of what may be certified, the sheet around them is the office’s own. */
export const communityCertificate: readonly Placeholder[] = [
  { ...number, example: '样例社区证〔2020〕1号' }, p('标题', '证明的名称', 'name of the certificate', '居住情况证明', { required: true }),
  { name: '正文', about: { zh: '每段一次', en: 'once for each paragraph' }, required: true, rows: [p('段落', '正文的一段', 'one paragraph', '兹证明样例甲现居住在样例社区锦绣小区3幢2单元501。', { required: true })], example: [{ 段落: '兹证明样例甲现居住在样例社区锦绣小区3幢2单元501。' }, { 段落: '特此证明。' }] },
  ...OFFICE.filter(({ name }) => ['社区名称', '单位全称', '社区电话', '签发日期'].includes(name)), ...CHECK,
  p('有效期至', '有效期,或长期有效', 'until when it holds', '有效期至2020年3月20日'), p('份数', '一式几份', 'copies', '1'), p('经办人', '受理的人', 'asked for by', '样例社工'), p('批准人', '批准用印的人', 'approved by', '样例主任'),
]
