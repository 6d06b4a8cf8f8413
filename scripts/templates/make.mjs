import { writeFileSync } from 'node:fs'
import { docx, p, table } from './docx.mjs'
import { ledger } from './xlsx.mjs'

/** The templates that come with the program: `node scripts/templates/make.mjs` writes them anew. They are office files like any office’s own. */
const DIR = 'modules/documents/templates'
const body = { size: 12, indent: 2, line: 21 }
const title = (text) => p(text, { align: 'center', font: 'song', bold: true, size: 22, after: 4 })
const label = (text) => ({ text, bold: true })
const left = (text, span = 1) => ({ text, span, align: 'left' })

const person = [
  [label('姓名'), '{姓名}', label('性别'), '{性别}', label('年龄'), '{年龄}'],
  [label('证件号码'), left('{证件类型} {证件号码}', 3), label('联系电话'), '{联系电话}'],
  [label('居住地址'), left('{住址}', 5)],
]
const duty = [[label('责任医生'), '{责任医生}', label('电话'), left('{医生电话}', 3)], [label('社区工作者'), '{责任社区工作者}', label('电话'), left('{社区工作者电话}', 3)]]
const WIDTHS = [26, 42, 18, 30, 20, 30]

/** Signed by the person at the left, stamped by the office at the right, the code between them. */
const signed = (who) => table([62, 34, 70], [[
  { text: [`${who}(签字):`, '', '      年    月    日'], align: 'left', size: 12 }, { text: ['{二维码}', '扫码核验真伪'], size: 8 },
  { text: ['{社区名称}(盖章)', '{签发日期}', '经办人:{签发人}'], align: 'right', size: 12 },
]], { lined: false })

const start = [
  title('{管控方式}告知书'),
  p('{编号}', { align: 'center', size: 12, after: 6 }),
  p([['{姓名}', { bold: true }], [':', {}]], { ...body, indent: 0 }),
  p('为切断传染病传播途径,保护您本人、家人和邻里的健康,根据{方案文号}{条款},现就有关事项告知如下。', body),
  table(WIDTHS, [...person, [label('工作单位'), left('{工作单位}', 5)], [label('告知原因'), left('{原因}', 5)],
    [label('管控期限'), left('自{开始日期}起,至{期满日期}24时止,共{天数}天({起算日期}{计天方式})', 5)], [label('地点'), left('{隔离地点}', 5)], ...duty], { size: 11, height: 7 }),
  p('一、请您遵守', { font: 'hei', size: 12, indent: 2, before: 6, line: 21 }),
  p('1.相对独立居住,不外出、不聚集、不接待来访;同住人员按要求一并管理。', body),
  p('2.每天在{测温时段}各测量一次体温并报告;体温达到{发热标准}或有咳嗽、乏力等不适,立即联系责任医生,不要自行外出就医。', body),
  p('3.按要求配合检测和上门随访,如实说明旅居和接触情况。', body),
  p('二、我们为您做到', { font: 'hei', size: 12, indent: 2, line: 21 }),
  p('生活物资和药品由社区、物业送到门口;有困难请拨打社区电话{社区电话}。期满且符合条件的,发给《解除通知书》。', body),
  p('三、法律责任和您的权利', { font: 'hei', size: 12, indent: 2, line: 21 }),
  p('《中华人民共和国传染病防治法》(2013年修正)第十二条:一切单位和个人必须接受有关传染病的调查、检验、隔离治疗等预防、控制措施,如实提供有关情况。《中华人民共和国治安管理处罚法》(2012年修正)第五十条:拒不执行人民政府在紧急状态情况下依法发布的决定、命令的,依法给予处罚。隔离期间所在单位不得停发工资(传染病防治法第四十一条)。对措施有异议的,可依法申请行政复议或提起诉讼。个人信息仅用于疫情防控。', { ...body, size: 10.5, line: 18 }),
  p('', { size: 6 }),
  signed('本人已知悉,签收人'),
]

const release = [
  title('解除{管控方式}通知书'),
  p('{编号}', { align: 'center', size: 14, after: 18 }),
  p([['{姓名}', { bold: true }], [':', {}]], { size: 15, line: 30 }),
  p('您自{开始日期}起实行{管控方式}(原因:{原因};告知书编号:{告知书编号})。', { size: 15, indent: 2, line: 30 }),
  p('经核实,{解除依据},期间体温监测和处置情况已逐日记录,核酸检测:{核酸结果}。现决定自{解除日期}起解除{管控方式}。', { size: 15, indent: 2, line: 30 }),
  p('', { size: 8 }),
  table(WIDTHS, [...person, [label('管控期限'), left('{开始日期}至{期满日期},共{天数}天', 5)], [label('解除日期'), left('{解除日期}', 3), label('决定人'), '{决定人}']], { size: 12, height: 10 }),
  p('解除后请继续做好个人防护和健康监测。如出现发热(体温达到{发热标准})、咳嗽等不适,请及时联系社区或到发热门诊就诊。对您的理解和配合,表示感谢!', { size: 15, indent: 2, line: 30, before: 10 }),
  p('', { size: 24 }),
  signed('领取人'),
]

const health = [
  title('医学观察健康监测表'),
  p('单位:{单位全称}    制表:{制表人} {签发日期}', { align: 'center', font: 'song', size: 10.5, after: 4 }),
  table([22, 38, 18, 24, 22, 42, 22, 62], [
    [label('姓名'), '{姓名}', label('性别'), '{性别}', label('年龄'), '{年龄}', label('住址'), left('{住址}')],
    [label('证件号码'), left('{证件号码}', 3), label('联系电话'), '{联系电话}', label('来源地'), left('{来源地}')],
    [label('管控方式'), '{管控方式}', label('期限'), left('{开始日期}至{期满日期}', 3), label('责任医生'), left('{责任医生} {医生电话}')],
  ], { size: 10, height: 7 }),
  p('', { size: 4 }),
  table([14, 24, 20, 20, 20, 20, 40, 24, 42, 26], [
    [label('天'), label('日期'), label('早体温℃'), label('时间'), label('晚体温℃'), label('时间'), label('症状(有、无)'), label('核酸'), label('异常处置'), label('测量人')],
    ['{#监测}{第几天}', '{日期}', '{早体温}', '{早时间}', '{晚体温}', '{晚时间}', '{症状}', '{核酸}', { text: '{处置}', align: 'left' }, '{测量人}{/监测}'],
  ], { head: 1, size: 9.5, height: 6.6 }),
  p('测温时段:{测温时段};体温达到{发热标准}为发热,立即报告责任医生。空格请按日填写。    被观察人签名:               医生签名:', { font: 'song', size: 9.5, before: 5 }),
]

const certificate = [
  title('健 康 证 明'),
  p('{编号}', { align: 'center', size: 14, after: 12 }),
  p('兹证明下列人员经查,近{查询天数}日体温、症状和管控情况如下,可按规定外出。', { size: 15, indent: 2, line: 30, after: 6 }),
  table(WIDTHS, [...person, [label('工作单位'), left('{工作单位}', 5)], [label('外出事由'), '{外出事由}', label('目的地'), left('{目的地}', 3)], [label('出发日期'), '{出发日期}', label('陪同人'), left('{陪同人}', 3)],
    [label('体温'), left('近{查询天数}日{体温情况}', 5)], [label('症状'), left('{症状情况}', 5)], [label('管控'), left('{管控情况}', 5)], [label('有效期'), left('至{有效期至}24时止', 5)]], { size: 12, height: 9 }),
  p('本证明只说明签发时的情况。外出途中请全程佩戴口罩;体温达到发热标准或有不适,立即就医并告诉{社区名称}({社区电话})。签发后被管控的,本证明自动失效,以扫码核验为准。', { size: 13, indent: 2, line: 26, before: 8 }),
  p('', { size: 20 }),
  table([62, 34, 70], [[
    { text: ['医生(签字):', '{签发人}'], align: 'left', size: 12 }, { text: ['{二维码}', '扫码核验真伪'], size: 8 }, { text: ['{上级单位}卫生院(社区卫生服务中心)(盖章)', '{签发日期}', '{单位全称}'], align: 'right', size: 12 },
  ]], { lined: false }),
]

const community = [
  title('{标题}'),
  p('{编号}', { align: 'center', size: 14, after: 24 }),
  p('{#正文}', { size: 16 }), p('{段落}', { size: 16, indent: 2, line: 32 }), p('{/正文}', { size: 16 }),
  p('{有效期至},一式{份数}份。', { size: 12, indent: 2, before: 12 }),
  p('', { size: 24 }),
  table([62, 34, 70], [[
    { text: ['经办人:{经办人}', '批准人:{批准人}', '社区电话:{社区电话}'], align: 'left', size: 12 }, { text: ['{二维码}', '扫码核验真伪'], size: 8 }, { text: ['{社区名称}居民委员会(盖章)', '{签发日期}'], align: 'right', size: 14 },
  ]], { lined: false }),
]

const text = { size: 16, indent: 2, line: 28 }
const report = [
  p('关于{社区名称}疫情防控工作情况的汇报', { align: 'center', font: 'song', bold: true, size: 22, line: 34, after: 4 }),
  p('{单位全称}', { align: 'center', font: 'kai', size: 16, line: 28 }),
  p('(截至{截至})', { align: 'center', font: 'kai', size: 16, line: 28, after: 10 }),
  p('一、目前主要工作情况', { ...text, font: 'hei' }),
  p([['(一)外来人员排查情况。', { font: 'kai' }], ['社区有{小区数}个小区{小区户数}户{小区人数}人、{居民小组数}个村居民小组{居民小组户数}户{居民小组人数}人。对外来人员做三问一测,即:问从哪里来,来干什么,身体状况如何,并测量体温。累计排查来返人员{来返户数}户{来返人数}人。{#来返情况}{序号词}是排查{来源}来社区人员{主要来源},共{户数}户{人数}人,{管理措施}{标点}{/来返情况}{无来返}', {}]], text),
  p('目前在管{在管户数}户{在管人数}人,其中集中隔离{集中隔离人数}人、居家隔离{居家隔离人数}人、居家健康监测{居家健康监测人数}人;当日新增{新增人数}人、解除{解除人数}人,发现发热{发热人数}人次,未办结的待核实线索{待核实线索数}条。居家隔离人员需要采购生活用品的,由户主自行网上订购,快递配送到小区,由物业送上门;对确需外出的特殊情况,由卫生院统一安排。', text),
  p([['(二)外出人员情况。', { font: 'kai' }], ['自小区、居民小组实行封闭式管理以来,人员外出主要有以下情况:一是外出务工。严格按文件要求,由卫生院开健康证明,集中于{外出务工去向}方向的务工人员,社区联系客运公司,集中输送。目前,共{外出务工人数}人外出务工。二是走亲访友,一律不予批准。三是外出看病,根据实际情况,由卫生院出具证明材料。四是市内务工和出山劳作,每天进行登记,并测量体温。', {}]], text),
  p([['(三)企业复工复产情况。', { font: 'kai' }], ['全社区共有企业{企业数}家,个体工商户{个体工商户数}户。严格按照防疫工作要求,企业防疫条件(配有体温检测仪器、坚持每天2次消毒、人员必有口罩,并做好登记)达到即可复工,简化审批程序。已复工企业和个体商户{已复工数}家。剩余主要是{未复工情况}等,计{未复工数}户。{#消毒情况}对楼道、电梯、出入口和公共场所坚持每天消毒,当日消毒{次数}次、{面积}平方米。{/消毒情况}{#物资保障}本周防疫物资入库{入库笔数}笔({入库明细}),发放{出库笔数}笔({出库明细}),均逐笔登记。{/物资保障}', {}]], text),
  p([['{#困难帮扶}({段号})困难帮扶情况。', { font: 'kai' }], ['对独居、空巢、失能、慢病、困境儿童等{关爱人数}人落实责任人,按类别定期走访,本周已走访{走访人数}人;有需要的当场登记,限时办结。{/困难帮扶}', {}]], text),
  p([['{#宣传引导}({段号})宣传引导情况。', { font: 'kai' }], ['通过喇叭、海报、入户、群和咨询宣传政策和防护知识,及时辟谣、回应群众关心的事,当日宣传{宣传次数}次。{/宣传引导}', {}]], text),
  p([['{#志愿服务}({段号})志愿服务和下沉力量情况。', { font: 'kai' }], ['近七天共有{服务人数}人参加卡点值守、配送、走访、消杀等服务,累计{服务小时}小时,其中{单位情况}。{/志愿服务}', {}]], text),
  p('{社区名称}', { ...text, align: 'right', before: 28 }),
  p('{成文日期}', { ...text, align: 'right' }),
  p('附件:数据来源', { font: 'hei', size: 14, before: 24, after: 6, keep: true }),
  table([10, 20, 48, 26, 62], [
    [label('序'), label('数字'), label('指标'), label('截至'), label('出处和查看地址')],
    ['{#数据来源}{序}', '{数字}', left('{指标}'), '{时点}', { text: ['{出处}', '{查看}{/数据来源}'], align: 'left', size: 8 }],
  ], { head: 1, size: 9.5 }),
  p('填报人:{填报人}    审核人:              联系电话:{联系电话}', { font: 'song', size: 10.5, before: 8 }),
]

const arrivals = [
  ['序号', '序号', 5], ['姓名', '姓名', 9], ['性别', '性别', 5], ['年龄', '年龄', 6], ['证件类型', '证件类型', 10], ['证件号码', '证件号码', 20], ['联系电话', '联系电话', 13], ['户籍地', '户籍地', 14], ['现住址', '住址', 24],
  ['来自地', '来源地', 16], ['来源分类', '来源分类', 12], ['离开时间', '离开时间', 9], ['到达时间', '到达时间', 9], ['交通方式', '交通方式', 8], ['班次车牌座位', '班次', 10], ['途经地', '途经地', 10], ['来由', '来由', 8], ['同行人', '同行人数', 7],
  ['14天接触史', '接触史', 9], ['症状', '症状', 9], ['体温℃', '体温', 7], ['隔离方式', '处置', 12], ['开始', '开始', 9], ['期满', '期满', 9], ['责任人', '责任人', 8], ['登记人', '登记人', 9],
]
const managed = [
  ['编号', '序号', 5], ['姓名', '姓名', 9], ['性别', '性别', 5], ['年龄', '年龄', 6], ['证件号', '证件号码', 20], ['电话', '联系电话', 13], ['住址', '住址', 24], ['同住人', '同住人', 14], ['类别', '类别', 12], ['来源地', '来源地', 16],
  ['管控方式', '管控方式', 10], ['末次接触/到达', '起算日期', 9], ['开始', '开始', 9], ['期满', '期满', 9], ['第几天', '第几天', 8], ['告知书编号', '告知书编号', 18], ['社区干部', '责任社区工作者', 9], ['医务', '责任医生', 9], ['状态', '状态', 8], ['解除日期', '解除日期', 9], ['解除通知书号', '解除通知书编号', 18],
]

const tight = { margins: [16, 20, 15, 20] }
const made = {
  'startNotice.docx': await docx(start, tight), 'releaseNotice.docx': await docx(release), 'healthCertificate.docx': await docx(certificate), 'communityCertificate.docx': await docx(community), 'healthSheet.docx': await docx(health, { landscape: true, margins: [12, 20, 12, 20] }), 'workReport.docx': await docx(report, { margins: [37, 26, 35, 28] }),
  'arrivalLedger.xlsx': await ledger('外来(返回)人员排查登记表', arrivals), 'managedLedger.xlsx': await ledger('居家隔离(观察)人员登记台账', managed),
}
for (const [name, bytes] of Object.entries(made)) writeFileSync(`${DIR}/${name}`, bytes)
console.log(Object.entries(made).map(([name, bytes]) => `${name} ${bytes.length} bytes`).join('\n'))
