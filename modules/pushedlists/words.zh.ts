export const zh = {
  title: '协查名单',
  sub: '公安、通管、上级和外市推送的名单:逐人核查,按时反馈。',
  errors: {
    fileEmpty: '文件里没有内容。请确认选的是有人员的那张表,再上传。',
    fileUnreadable: '“{filename}”读不出来,可能已损坏或加了密码。请用 Excel 打开另存为 .xlsx 后再上传。',
    fileTooWide: '表格第 {most} 列之后还有内容,不会被读取。请删去用不着的列,或清空右边的格子,再上传。',
    fileOldExcel: '“{filename}”是旧版 Excel 格式(.xls)。请在 Excel 里另存为 .xlsx 后再上传。',
    noHeadings: '没有找到表头。表头里至少要有“姓名”和“证件号码、电话、地址”之一。请补上表头后再上传。',
    columnsMissing: '还不知道哪一列是姓名,或没有证件号码、电话、地址中的任何一列。请在“列对应”里指定。',
    columnTwice: '“{column}”与另一列对应了同一项。请改其中一列。',
    deadlineFirst: '时限应晚于下发时间。请核对。',
    listNotInState: '这批名单的状态已经变了(现在是“{state}”)。请刷新后再看。',
    rowNotInState: '这一行已经处理过(现在是“{state}”)。请刷新后再看。',
    kindMissing: '“途经重点区停留”要分省外、省内,请选一个。',
    notTheDay: '反馈只能在当天撤销。',
    nothingToHandOver: '这一行已在别的记录里处理,不能移交。请直接填核查结果。',
  },
  timeline: {},
  sources: { police: '公安', telecom: '通管', upper: '上级', otherCity: '外市函', other: '其他' },
  state: { uploaded: '待分派', taking: '正在分派', open: '核查中', undone: '已撤回', failed: '没有读完', wrong: '错误行', unassigned: '未分派', waiting: '待反馈', answered: '已反馈' },
  results: {
    managed: '已排查在管', wrongInformation: '信息有误', missed: '漏排(补管)', notLivingHere: '不在本地居住', periodPast: '已超观察期', stayedInKeyArea: '途经重点区停留', onlyPassedThrough: '途经未停留',
  },
  kinds: { outsideProvince: '省外重点地区', insideProvince: '省内重点地市' },
  tabs: { all: '全部', waiting: '待反馈', overdue: '超时', unassigned: '未分派', wrong: '错误行', answered: '已反馈' },
  issues: {
    nameless: '没有姓名,也没有证件号码和电话,无法核查。请补上后再推送。',
    nothingToFindBy: '只有姓名,没有证件号码、电话和地址,无法核查。请至少补一项。',
    numberRounded: '证件号码被表格改成了科学计数,末几位已丢失。请把该列设为文本,重新填写。',
    nameIsNumber: '姓名一栏是数字,可能列错位了。请核对。',
  },
  why: {
    episode: '正在{measure},到{day}', screening: '已排查纳管', episodeOver: '管控已于{day}期满解除', movedOut: '已登记迁出', numbersWrong: '证件号码校验不对,又没有电话',
  },
  fields: {
    title: '批次', source: '来源', name: '姓名', sex: '性别', documentKind: '证件类型', documentNo: '证件号码', phone: '电话', address: '地址', community: '社区', subject: '涉疫信息',
    origin: '来源地', arrivedOn: '到达日期', issuedAt: '下发时间', deadlineAt: '时限', result: '核查结果', whereabouts: '去向', measure: '措施', checker: '核查人', answeredAt: '反馈时间', ignored: '不用',
  },
  list: {
    upload: '上传名单', batch: '批次', progress: '已反馈', deadline: '时限', from: '来源', none: '没有要核查的名单。', noneHint: '收到上级、公安或外市推送的表格(.xlsx、.csv)后,点“上传名单”,各行会按地址和底数分到社区。',
    noneCommunity: '上级分派到本社区的名单会出现在这里。', of: '{n} / {total}', unassigned: '{n} 行未分派', late: '超时 {n} 人', done: '全部已反馈', wrong: '{n} 行有错', begin: '填批次和时限,开始分派',
  },
  open: {
    title: '分派名单', batch: '批次名称', source: '来源', issuer: '来文单位', issuerHint: '例如:州公安局、丘北县指挥部', issuedAt: '下发时间', deadlineAt: '反馈时限', columns: '列对应', columnsHint: '系统按表头认出来的;不对的请改,不用的选“不用”。', example: '例', go: '开始分派',
    required: '请填写', deadlineFirst: '时限应晚于下发时间', unknown: '不知道', taking: '正在逐行分到社区,可以离开这一页。', failed: '没有读完:前面的已经分下去了,后面的还没有。请核对后再点一次,从断的地方接着分,不会重复。',
  },
  page: {
    back: '全部名单', feedback: '下载反馈表', wrongFile: '下载错误行', undo: '撤回整批', undone: '已撤回:去掉 {removed} 条未核查的记录,保留 {kept} 条已核查的。', total: '共 {n} 行', sum: '各项合计 {n} = 已反馈 {answered}', wait: '待反馈 {n}', sheet: '核查结果汇总', person: '姓名', subject: '涉疫信息', place: '社区', result: '核查结果', row: '行',
    allDone: '这一批全部反馈了。可以下载反馈表上报。', accept: '按建议反馈 {n} 人', accepted: '已按建议反馈 {n} 人', assign: '指定社区', assigned: '已分派 {n} 行', choose: '分到哪个社区', empty: '这里现在没有人。', selected: '已选',
  },
  row: {
    proposed: '建议:{result}', because: '{why}', result: '核查结果', kind: '在哪里停留', whereabouts: '去向', whereaboutsHint: '例如:已返回昆明、现住南桥家园', measure: '措施', measureHint: '例如:居家隔离至 3月11日', note: '说明', more: '去向、措施、身体状况', temperature: '体温', symptoms: '不舒服', contact: '接触史',
    save: '反馈', saved: '{name}:{result}', undo: '撤销反馈', undone: '已撤销,回到待反馈', handOver: '移交别的社区', moving: '正移交{area},几分钟后送达', handed: '已移交{area},5 分钟后送达', joined: '与已有的排查记录合并', openPerson: '一人一档', openScreening: '排查记录',
    register: '补管登记', registerHint: '漏排的要补登记、判定、纳管。下面是已知的情况,补上缺的再核实。', registerDone: '已纳管,补管完成', chooseResult: '请选择核查结果', chooseKind: '请选择', checker: '核查', deadline: '{time} 前反馈', late: '已超时,应于 {time} 前反馈', issue: '为什么有错', next: '下一位',
  },
  today: { what: '核查反馈 {n} 人', assign: '{n} 行名单要分到社区', why: '{source}推送,共 {total} 人' },
  feedback: { unreadable: '未核查:' },
}
