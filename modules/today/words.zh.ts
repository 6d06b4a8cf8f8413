export const zh = {
  title: '今日待办',
  page: {
    left: '今天还有 {n} 件事', late: '其中 {n} 件已超时', noneLate: '没有超时的', reportBy: '{clock} 前要报送日报', doneSoFar: '今天已办 {n} 件',
    all: '全部', overdue: '超时', kinds: '待办种类', showAll: '看全部 {n} 件', more: '再看下面的', list: '打开名单', lateGroup: '已经超时', keys: '上下', keysOpen: '办理', keysUndo: '撤销上一步', keysAll: '全部按键',
    allDone: '今天的事都办完了', allDoneHint: '有新的事,会马上出现在这里。', doneAtAll: '今天一共办了 {n} 件。',
    nothingHere: '这一类都办完了', nothingLate: '没有超时的事', noWork: '这里还没有派给您的事', noWorkHint: '有要您办的事,会马上出现在这里,不用一直刷新。',
  },
  communities: { title: '各社区', late: '超时未核实', leads: '线索超时', missing: '测温未报', release: '到期未解除', report: '今日日报', sent: '{clock} 已报', notSent: '未报', nothing: '没有超时' },
  people: {
    tab: '按人看', sub: '没有人负责的在最前,其余从最早的一件排起。点数字看是哪些事。', byWork: '按事看', title: '各人手上', name: '负责人', open: '没办完', late: '超时', oldest: '最早一件', nobody: '没有人负责', nobodyHint: '请在“挂联”里安排',
    of: '{name}手上还有 {n} 件事', ofNobody: '没有人负责的 {n} 件事', back: '回到各人', none: '各人手上都办完了', looks: '打开',
  },
  call: {
    title: '逐人办理', sub: '还有 {n} 人要联系', subDone: '还有 {n} 人要联系,刚才办了 {done} 人', place: '第 {n} 人,共 {total} 人', queue: '要联系的人', due: '要办的事', gaps: '以前缺测 {n} 次', noPhone: '没有电话',
    way: '怎么联系', ways: { phone: '电话', visit: '上门' }, otherSymptoms: '其他症状', gapReason: '{n} 次没有测,为什么', need: '需要什么', needHint: '没有就空着,例如:降压药、米 10 斤', needBy: '谁送', needOn: '哪天送',
    brings: { property: '物业送', worker: '社区送' }, days: { today: '今天', tomorrow: '明天' }, phoneHint: '问一下电话,补上', noteHint: '没有就空着',
    unchanged: '其余无变化', record: '记录', andNext: ',下一位', inVain: { phone: '没接电话', visit: '敲门无人' }, notMeasuredYet: '体温还没有填:不填也能记,但测温还算没有报。',
    said: { measured: '{name} {t}℃,已记录', recorded: '{name} 已记录', notMeasured: '{name} 已记录,体温还没有报', notReached: '{name} 没有联系上,已记录', abnormal: '{name} 异常:已转卫生院' },
    keys: '测温框里', keyNext: '到“无变化”', keyVain: '没联系上',
  },
  kinds: { lead: '线索', declared: '申报待确认', verify: '来返待核实', list: '协查名单', visit: '上门', check: '测温未报', release: '应解除', test: '核酸', gap: '缺测待说明', report: '日报', request: '信息请求', baseData: '补底数', zoneItem: '措施', dutyGap: '挂联', parcel: '来自手机', account: '账号锁定', asked: '停用请求', grant: '待授权', chain: '审计链' },
  press: { lead: '处置', declared: '确认', verify: '核实', list: '核查', visit: '记录', check: '测温', release: '办理', test: '记录', gap: '说明', report: '打开', request: '答复', baseData: '去补', zoneItem: '办理', dutyGap: '安排', parcel: '处理', account: '解锁', asked: '办理', grant: '授权', chain: '核查', ready: '确认解除' },
  act: {
    remind: '提醒 {n} 人补报', reminded: '已提醒 {n} 次', releaseAll: '解除这 {n} 人', released: '已解除 {n} 人', releasedOne: '{name} 已解除', refusedSome: '{n} 人还不能解除',
  },
  what: {
    zoneItem: '{title}', zoneAsk: '催办:{title}', dutyGap: '安排{duty}', dutyLoad: '分担一部分户',
    leadReceive: '接收线索', leadClose: '办结线索', leadCall: '催卫生院接收线索', declared: '确认本人申报', verify: '核实来返登记', list: '核查反馈 {n} 人', listAssign: '{n} 行要分到社区', visit: '上门测温', visitMissed: '上门核实体温', visitDelivery: '送物上门', visitTell: '告知新的管理方式',
    check: '补测体温', release: '确认解除{measure}', releaseMissing: '补齐解除条件', releaseTonight: '今晚期满', test: '采核酸', gap: '说明 {n} 次缺测', reportSend: '核对并报送日报', reportAsk: '催报日报',
    parcel: '处理手机转来的记录', parcelLost: '处理离岗人员的记录',
    request: '答复个人信息请求',     baseData: '补全底数:{baseDataGap}', tenPoints: '补问来(返)人员“十清晰”', account: '核对本人后解锁', askedSuspend: '停用账号', askedShorten: '账号改为到 {day} 为止', grant: '授予角色和辖区', chain: '核查审计链',
  },
  why: {
    zoneItem: '责任人 {name}', zoneNobody: '还没有责任人', dutyGap: '现在没有人负责', dutyGone: '负责人的账号已停用', dutyLoad: '一个人负责 {households} 户,超过标准',
    leadFever: '{at} 测得 {celsius} ℃ {symptoms}', leadSymptoms: '{at} 报有{symptoms}', leadContact: '{at} 报有接触史', verify: '{channel},{day}来自{origin}', list: '{source}推送,共 {total} 人',
    visit: '{measure},每天上门', visitMissed: '今天{windows}没有测', visitTell: '新方案改变了管理方式,今天要告知本人', visitTried: '去过一次,敲门无人', check: '{windows}还没有报', checkReminded: '{windows}还没有报,已提醒过', checkTried: '{windows}还没有报,{at} 联系过,没联系上', visitDelivery: '要送:{need}',
    releaseReady: '{day}期满,记录齐全', releaseMissing: '{day}期满,还缺:{missing}', releaseTonight: '今天 24:00 期满,记录齐全', test: '{day} 应采样', gap: '最近一次在{day},期满前要说明',
    reportToday: '今天的日报还没有报', reportFormer: '{day}的日报没有报',
    parcel: '{name} {at} 记的,本人没能交上',
    request: '{at} 提出:{text}',     baseData: '还有 {n} 项,按门牌顺序列出', tenPoints: '还有 {n} 人没问清,新到的排在前面', account: '密码连续输错,锁到 {at}', asked: '{by} {at} 提出:{reason}', grant: '{at} 开户,还没有角色', chain: '从第 {no} 条起对不上,请立即封存数据库',
  },
}
