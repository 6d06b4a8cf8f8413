export const zh = {
  title: '外业手机',
  errors: {
    wipeOrdered: '这台手机已被要求远程清除,还没有清完。请保持联网,稍等片刻再登录。',
    alreadyWiped: '这台手机已经清除过了,不用再做。本人重新登录后才会再有数据。',
    notWaiting: '这条记录已经{state}。请刷新看最新情况。',
    notFiled: '这条记录现在是“{state}”,没有存档可撤销。请刷新看最新情况。',
    outOfShape: '手机上记的内容和现在要求的格式不一样,不能直接登记。请照着内容手工登记,再把这一条存档。',
  },
  state: { waiting: '待处理', accepted: '已登记', filed: '已存档' },
  whys: { dutyLost: '记录后离岗或换了辖区', handedOver: '本人转交', left: '本人一直没有回到这台手机', wiped: '手机被远程清除' },
  commands: { quarantine: { recordCall: '上门和测温', recordVisit: '上门、送物' }, screening: { recordScreening: '来返登记' }, passage: { recordPassages: '进出记录' } },
  desk: {
    title: '来自手机', sub: '网格员、医生、物业在手机上记了、本人没能交上的,都在这里。登记或者存档,一条也不会丢。', devicesTitle: '手机', devicesSub: '谁在哪台手机上有数据、还有几条没交。手机丢了,在这里远程清除。',
    tabs: { waiting: '待处理', settled: '已处理', devices: '手机' },
    columns: { what: '记了什么', author: '记录人', recorded: '记录时间', why: '为什么在这里', state: '状态', device: '手机', person: '使用人', seen: '最近联系', waiting: '没交', data: '数据', clock: '时钟' },
    empty: { waiting: '没有待处理的', settled: '还没有处理过', devices: '还没有人启用手机' }, emptyHint: { waiting: '手机上的记录本人都交上了。', settled: '登记或存档的会列在这里。', devices: '用手机打开本系统的 /m/ 登录,就会出现在这里。' },
    by: '{name} 于{at}在手机上记录', late: '{at}收到', clockOff: '手机时钟差 {n} 分钟,时间已按服务器校正', number: '转交号', phone: '手机', accept: '登记(署两人姓名)', file: '存档,不登记', reopen: '撤销存档', reason: '为什么不登记', reasonHint: '例如:同一次上门已经登记', accepted: '已登记', filed: '已存档', reopened: '已撤销存档',
    mayNot: '这一类您的角色不能登记,请转告能登记的同事。', settled: '{name} {at} {state}', because: '原因:{reason}',
    wipe: '远程清除', wipeReason: '为什么清除', wipeHint: '没交的记录先转到社区,再清空。手机不联网时,等它联网。', ordered: '已要求清除', orderedBy: '{name}要求清除,等它联网', wiped: '已清除 {at}', keep: '撤销清除', kept: '已撤销清除', waiting: '{n} 条', none: '没有', dataAt: '{at}的', clockRight: '准', clockWrong: '差 {n} 分钟', mine: '我的手机', search: '姓名',
  },
  phone: {
    opening: '正在打开', signIn: '登录', signInSub: '社区工作手机', login: '登录名', password: '密码', loginMissing: '请填登录名', passwordMissing: '请填密码', go: '登录', again: '登录已过时。没交的记录都在,登录后接着交。', offlineDoor: '没有信号,不能登录', offlineDoorHint: '第一次登录要有信号。登录过以后,没信号也能打开接着用。', factor: '验证码', factorHint: '验证器上的 6 位数字,或恢复码', factorGo: '确认', onDesk: '请先在电脑上登录一次', onDeskHint: '要先换密码或设置双因素,在电脑上做更方便。', noHome: '您的工作在电脑上办', noHomeHint: '手机上没有您这个角色的页面。', toDesk: '打开电脑版',
    signal: '有信号', noSignal: '无信号', waiting: '待传 {n}', nothingWaits: '都已交', data: '数据 {clock}', dataOld: '数据 {clock} 较旧', noData: '没有数据', syncing: '正在同步',
    home: '首页', outbox: '记录', me: '我的', back: '返回',
    homes: {
      doors: { title: '今天还有 {n} 户', done: '今天都走到了', sub: '{area} · 按楼栋' }, patients: { title: '今天还有 {n} 位要量', done: '今天都量过了', sub: '{area} · 按楼栋' },
      deliveries: { title: '今天还有 {n} 户要送', done: '今天都送到了', sub: '{area} · 按楼栋' }, desk: { title: '今天还有 {n} 人', done: '今天都办完了', sub: '{area} · 测温和上门' }, gate: { title: '卡点值守', done: '卡点值守', sub: '{area}' },
    },
    newScreening: '登记来返人员', find: '找门牌或姓名', left: '没办', all: '全部', others: '其他住户', expired: '数据已过期,不再显示', expiredHint: '这台手机上的名单是{at}的,人员和方案可能已经变了。有信号时会自动更新;没有信号也可以照常登记新来人员。', noneHere: '没有要办的', noneHereHint: '有新的会在下次同步后出现。', noMatch: '没有找到', notYet: '还没有数据', notYetHint: '第一次要在有信号的地方同步。', onPhone: '已记,待传', onServer: '已记',
    due: { check: '{windows}没测', visit: '上门', missedCheck: '核实体温', delivery: '送物', newOrder: '告知新规定', tried: '去过,没人', need: '要送:{need}' }, lead: '有线索', day: '{measure} {days}', last: '上次 {t} ℃ {when}', neverMeasured: '还没有读数', age: '{sex} {n}岁',
    check: { title: '体温', erase: '退格', symptoms: '有没有不舒服', well: '没有', record: '记录', nobody: '家里没人', choose: '请选有没有不舒服', odd: '体温看不清楚:请核对后再记', deviceError: '不像体温,会记为器具误差', notMeasured: '没量也能记,但测温还算没报', brought: '送到了', called: '打电话', fever: '发热:已记下,会马上转卫生院。请让人留在家里。', kept: '{name} 已记下', note: '备注', noteHint: '没有就空着' },
    screening: { title: '登记来返人员', who: '是谁', known: '登记在册的住户', new: '不在册', pick: '{name} {place}', step: '第 {n} 步,共 {of} 步', next: '下一步', decided: '按现行方案', none: '不需要管控', manage: '{measure},到 {day} 结束', why: '理由', noPolicy: '手机上没有现行方案,社区会在收到后判定。', undecided: '方案没有写到这种情况,社区会判定。', toVerify: '要由社区核实后生效。', lead: '有发热或症状:收到后马上转卫生院。请让人留在原地。', save: '记下', saved: '已记下:{name}', another: '再登记一位' },
    box: {
      title: '记录', empty: '这台手机上没有记录', emptyHint: '在门口记的每一条都会先放在这里,有信号就交。', tabs: { waiting: '待传', needsYou: '要您看', arrived: '已到' }, at: '{at} 记', receipt: '回执 {no} · {at} 收到', handed: '已转交社区 {no} · {at}', takeBack: '撤回', tookBack: '已撤回', sendAgain: '再发一次', handOver: '交给社区', handedSaid: '已交给社区,由社区处理', tries: '试过 {n} 次', sendNow: '现在发送', serverSaid: '服务器说', yours: '您记的', noneIn: { waiting: '没有待传的', needsYou: '没有要您看的', arrived: '还没有到的' }, clock: '记录时手机时钟差 {n} 分钟,已校正',
    },
    mine: {
      title: '我的', data: '手机上的数据', madeAt: '{at}同步', expires: '{at}前有效', parts: '{people} 位在管 · {doors} 户', sync: '立即同步', synced: '已同步', notSynced: '没有信号,没有同步', clock: '手机时钟差 {n} 分钟。时间按服务器的算。', otherDay: '手机日期和服务器不是同一天。时间按服务器的算。', clockRight: '手机时钟准', devices: '我的手机', thisOne: '这一台', lost: '丢了,清除', look: '字号和语言', signOut: '退出', warn: '还有 {n} 条没有交上', warnHint: '它们锁在这台手机上,别人看不到、也交不了。您下次在这台手机登录后自动交上;过了 {hours} 小时还没有回来,转给社区处理。', leave: '留下记录,退出', stay: '不退出', install: '装到桌面', installHint: '像应用一样打开,没有信号也能用。', sound: '声音', on: '开', off: '关',
    },
    scan: { title: '扫码', hint: '把二维码放进框里', typing: '扫码枪或手工输入', noCamera: '打不开相机', noCameraHint: '请允许使用相机,或者用下面的输入框。', picture: '从照片里读', notFound: '照片里没有读到码', close: '关闭' },
  },
}
