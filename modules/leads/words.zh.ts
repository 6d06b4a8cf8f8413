export const zh = {
  title: '待核实线索',
  errors: {
    notInState: '这条线索的状态已经变了(现在是“{state}”),可能是别人刚刚处理过。请刷新后再看。',
    notTheDay: '只有当天办结的线索可以撤销。请为新情况另开一条线索。',
  },
  timeline: {
    opened: '发现待核实线索,已报卫生院,应于{time}前接收',
    received: '卫生院已接收线索',
    closed: {
      excluded: '卫生院核实线索:已排除 {note}',
      backToManagement: '卫生院核实线索:回社区继续管理 {note}',
      referredToHospital: '卫生院核实线索:已转送医院 {note}',
      notReachable: '卫生院核实线索:联系不上 {note}',
      other: '线索已办结 {note}',
    },
    reopened: '撤销了线索的办结',
  },
  kinds: { fever: '发热', symptom: '有症状', contact: '接触史' },
  states: { open: '待接收', received: '处置中', closed: '已办结' },
  results: {
    excluded: '已排除', backToManagement: '回社区继续管理', referredToHospital: '已转送医院', notReachable: '联系不上', other: '其他',
  },
  tabs: { active: '未办结', overdue: '超时未接收', open: '待接收', received: '处置中', closed: '今日办结' },
  actions: { receive: '接收', close: '办结', reopen: '撤销办结' },
  columns: { person: '姓名', seen: '情况', place: '位置', clock: '时限', opened: '上报' },
  clock: {
    left: '还剩 {minutes} 分钟', leftHours: '还剩 {hours} 小时 {minutes} 分', over: '已超时 {minutes} 分钟',
    overHours: '已超时 {hours} 小时 {minutes} 分', overDays: '已超时 {days} 天', took: '{minutes} 分钟内接收', due: '应于 {time} 前接收',
  },
  card: {
    seen: '发现的情况', temperature: '体温 {celsius} ℃', from: '来自 {place}', isolated: '请本人在原地等候,不要外出,不要乘公共交通。',
    notDiagnosis: '这是待核实线索,不是诊断。由医疗机构核实后处理。', opener: '{name} 上报', bySelf: '本人上报', receiver: '{name} 接收',
    closer: '{name} 办结', openPerson: '查看一人一档', openEpisode: '查看管控', openScreening: '查看排查记录', history: '处置经过',
  },
  close: {
    title: '办结线索', result: '核实结果', note: '说明', notePlaceholder: '例如:复测 36.8 ℃,咽部无红肿,回家观察', done: '已办结:{result}', undo: '撤销',
    notePrompt: '请选择核实结果',
  },
  received: '已接收,时限停止计时',
  empty: { active: '现在没有未办结的线索。', overdue: '没有超时未接收的线索。', open: '没有待接收的线索。', received: '没有处置中的线索。', closed: '今天还没有办结的线索。' },
}
