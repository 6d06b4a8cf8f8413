export const zh = {
  kinds: { see: '查阅', correct: '更正', object: '异议', delete: '删除', explain: '解释' },
  kindHints: { see: '想知道存了我的什么信息', correct: '存的信息不对', object: '不同意对我的决定', delete: '不该再存我的信息', explain: '想知道为什么这样决定' },
  requestStates: { open: '待答复', answered: '已答复', refused: '不同意', withdrawn: '已撤回', overdue: '超时' },
  channels: { link: '本人手机', desk: '窗口或电话' },
  states: { open: '进行中', stopped: '已停止采集', frozen: '已冻结', reviewed: '已评估', approved: '已批准销毁', destroying: '正在销毁', broken: '销毁中断', closed: '已终结' },
  actions: { stop: '停止采集', resume: '恢复采集', freeze: '冻结', unfreeze: '解冻', review: '留存评估', approve: '批准销毁', destroy: '销毁', broken: '销毁中断,还没有销毁完', keepOver: '留存到期,已销毁' },
  modes: { normal: '平时', emergency: '应急' },
  how: { delete: '删除', strip: '去掉身份' },
  requests: {
    title: '个人信息请求', sub: '居民要求查阅、更正、提出异议或删除,{days}按期答复;不同意要说明理由。', receipt: '回执', who: '谁', kind: '请求', text: '说了什么', due: '答复期限', state: '状态', all: '全部', empty: '没有请求。', emptyHint: '居民从自己的页面提出,或由您在窗口代为登记。',
    answer: '答复', granted: '同意', refusedIt: '不同意', how: '怎么办的,或为什么不同意', send: '发出答复', sent: '已答复', reopened: '已撤销答复', answeredBy: '{name} {at}', asked: '{at} 由{channel}提出', open: '看档案', why: '看为什么这样管', answerNeeded: '请写清楚怎么办的,或不同意的理由',
  },
  mine: {
    keptTitle: '平时办事也会保存', keptLaw: '依据:{law}',
    title: '我的信息', held: '存了您的什么', rows: '{n} 条', looks: '最近 30 天谁看过、导出过', look: '{day} {role} {n} 次', noLooks: '最近没有人看过或导出过。', notice: '个人信息告知', ask: '提出请求', kind: '要做什么', text: '请写清楚', send: '提交', sent: '收到了。回执 {receipt},{day} 前答复。',
    mineTitle: '提出过的', answered: '答复:{text}', withdraw: '撤回', textNeeded: '请写清楚要怎么办', kindNeeded: '请选一项', masked: '证件和电话只显示一部分,防止别人看到。', open: '看我的信息、提出异议', notNow: '网络不通,还没有送出。请稍后再按一次,写的内容还在。', days: '{n} 天内答复', back: '返回',
  },
  events: {
    title: '事件终结', sub: '疫情结束,收集的个人信息也要结束:停止采集、冻结、评估、批准、销毁,最后打印销毁证明。', none: '还没有登记事件。', noneHint: '登记本次疫情防控为一个事件,以后按它终结和销毁。', add: '登记事件', name: '事件名称', orderNo: '文号', area: '范围', startedOn: '开始日', reason: '事由', since: '{day} 起 · {area} · {order}',
    steps: '步骤', step: '{name} {at}', by: '凭 {order}:{reason}', count: '清点', countHint: '只数数,不改任何数据。', data: '数据', rows: '条数', from: '从', to: '到', term: '保存期限', months: '{n} 个月', untilEnd: '到事件终结', expired: '{n} 条已到期', decide: '评估', destroyIt: '销毁', keepIt: '留存', keepReason: '为什么要留(合法、必要、安全)', keepUntil: '留到',
    statistics: '另留不含身份的统计 {n} 条(按社区、按日)。', go: '确定', save: '保存评估', destroyNow: '现在销毁', destroyWarn: '销毁不能撤销。将删除 {n} 条,只留统计。', expiredGo: '销毁到期的 {n} 条', expiredDone: '已销毁到期的 {n} 条', started: '已开始销毁,完成后出具证明', broken: '试了几次没有销毁完。已经销毁的不再恢复;请再按一次“销毁”,从停下的地方接着做。还不行,请找管服务器的人。', done: '已完成', stopped: '已停止采集,{n} 个申报码不再收疫情登记,居民反映事项照常', certificate: '销毁证明', print: '打印', setMonths: '保存几个月', title2: '个人信息销毁证明', body: '{area}“{title}”({order})已终结。依据《中华人民共和国突发事件应对法》(2024年修订)第八十四、八十五条、《中华人民共和国个人信息保护法》(2021)第四十七条,已于 {at} 销毁下列个人信息。', method: '方式', left: '剩余', keptMark: '经评估留存', executor: '执行人', approver: '批准人', requester: '提请人', checksum: '校验码', seal: '(盖章)', keptNote: '留存统计 {n} 条,不含任何身份信息。备份:内置数据库每小时自动备份一份、只留最近 24 份,程序再运行 24 小时后备份里不再有上述信息;另行保存的备份,由保管单位按备份周期覆盖。', notice: '告知书', under: '还要先办完', of: '共 {n} 条',
  },
  timeline: { asked: '提出个人信息请求({receiptNo})', answered: '答复请求 {receiptNo}:{answer}', refused: '不同意请求 {receiptNo}:{answer}' },
  errors: {
    notInState: '事件现在是“{state}”,不能做这一步。请刷新看最新情况。',
    eventRunning: '这个范围已经有一个事件“{title}”没有终结。请先终结它,或换一个范围。',
    stillManaged: '还不能冻结:在管 {episodes} 人、线索 {leads} 条、待核实 {waiting} 条没有办完。请先解除、办结和核实。',
    reasonNeeded: '“{kind}”要留存,请写明理由(合法、必要、安全)和留到哪一天。',
    ownApproval: '提请冻结或做评估的人不能自己批准。请另一位有权限的同事批准。',
    answered: '这条请求已经答复或撤回。请刷新看最新情况。',
    notYours: '这条请求不在您的辖区。请转给所在社区答复。',
  },
}
