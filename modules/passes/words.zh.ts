export const zh = {
  title: '出入证',
  sub: '家庭、个人、车辆、访客通行证;家里有人隔离,当即停用,解除后自动恢复',
  errors: {
    alreadyHas: '已经有一张有效的证({number})。要换新的,请打开这张证,用“补办”或“续期”。',
    quarantined: '{name} 正在隔离,到 {endsOn}。同住的人不外出、不接待访客,所以现在不能办;解除后再办。要送物品,请在“管控”里安排送货上门。',
    nobodyHere: '这一户现在没有在册的人,不能办证。请先核对住户。',
    notInState: '这张证现在是“{state}”,不能这样做。请刷新看最新情况。',
    plateWrong: '这不像车牌。请核对:普通车 7 位(云H12345)、新能源 8 位(云HD12345),也认使领馆、警、军、武警、学、挂、港澳、应急、临时号牌。',
    plateHas: '{plate} 已经有一张有效的通行证({number})。要改住户、驾驶员、路线,请先打开那张证作废,再签发。',
    tooLong: '有效期最长 {days} 天,从今天算起。请改短。',
    visitTooLong: '一次最多 {hours} 小时。请改短,或分两次报。',
    alreadyUsed: '这次到访已经登记过到达,码已用掉。再来请重新报。',
    documentWrong: '身份证号不对,请对照证件再填;不知道就空着。',
    batchRuns: '这里的整批签发还没有做完,请等它做完。',
    batchStands: '这一批已经做完或撤销,不用接着签发。请刷新看最新情况。',
    notTheDay: '只有当天签发的整批可以撤销。之后请一张一张作废。',
    notAPicture: '“{filename}”不是照片。请拍照,或选 JPG、PNG 图片。',
    noKey: '签发用的密钥还没有准备好,请过一分钟再试。',
  },
  tabs: { all: '全部', valid: '有效', suspended: '停用', expiring: '将到期', vehicles: '车辆', visitors: '今日访客', ended: '已过期、作废' },
  kinds: { household: '家庭出入证', person: '个人出入证', vehicle: '车辆通行证', visitor: '访客' },
  kindShort: { household: '家庭', person: '个人', vehicle: '车辆', visitor: '访客' },
  states: { waiting: '待确认', early: '未到时间', valid: '有效', suspended: '停用', expired: '已过期', revoked: '已作废', declined: '已谢绝' },
  why: {
    valid: '有效,到 {until}。', early: '{from} 起有效,到 {until}。', special: '特种车辆,一律放行;登记到 {until}。', expired: '{until} 到期,还没有续。',
    suspended: '{name} 正在{measure},到 {endsOn}。同住的人一并停用,解除后自动恢复。', suspendedUnnamed: '家中有人{measure},到 {endsOn}。解除后自动恢复。',
    revoked: '已作废:{reason}。', withdrawn: '住户取消了这次到访。还要来,请住户重新报,或重新登记。', reissued: '到期后,这辆车重新签发过,看同一车牌的新证。', movedOut: '本人已迁出,随之作废;撤销迁出就恢复。', deceased: '本人已去世,随之作废。', nobodyHere: '这一户没有人住了,随之作废;有人迁回就恢复,别人住进来请重新签发。', waiting: '等住户确认。', waitingForHousehold: '等住户确认:请打电话问一下,或让住户在自己的页面上点“确认”。', declined: '住户谢绝了这次到访。', arrived: '{at} 已到,码已用掉。',
  },
  reasons: {
    notOurs: '这不是本系统的码。如果确实是出入证,请让手机联网更新一次再扫。', damaged: '码不完整,没有读全。请擦干净、摊平再扫一次,或输入编号。', unknownKey: '这台手机还不认识签发用的密钥。请联网更新一次再扫;急的话打电话问社区。',
    keyExpired: '签发用的密钥已经停用,这张证太旧。请到社区换新的。', badSignature: '签名对不上,不是社区签发的,可能是伪造的。请留下并报告社区。', notYetValid: '还没有到生效时间。', expired: '已经过期。请到社区续期;手机上的码请刷新。',
    revoked: '已经停用。', replaced: '已经补办过新的,这张旧的作废。请出示新的那张。',
  },
  stops: { suspended: '停用:家中有人隔离', revoked: '已作废', used: '已用过:来访人已进入' },
  warnings: { clock: '这台手机的时间差了 {minutes} 分钟,请调准', keysOld: '验码密钥 {hours} 小时没有更新,请联网', revocationsOld: '停用名单 {hours} 小时没有更新,可能不是最新', noRevocations: '这台手机还没有停用名单,查不出已停用的证' },
  status: {
    title: '社区健康状态', hint: '由登记情况推出,只在社区内部使用,不是健康码。', states: { clear: '正常', toVerify: '待核实', observed: '监测中', quarantined: '隔离中' },
    why: { nothing: '没有在管的人,没有未办结的线索。', released: '最近一次解除在 {on},现在没有在管的人。', quarantined: '家中 {n} 人正在{measure},到 {endsOn}。', observed: '家中 {n} 人正在{measure},到 {endsOn}。', lead: '有 {n} 条线索还没有办结。', toVerify: '有 {n} 条来返登记还没有核实。' },
    object: '觉得不对?提出异议',
  },
  official: { title: '官方健康码', colours: { green: '绿码', yellow: '黄码', red: '红码' }, how: { scanned: '扫码', seen: '目视', told: '口述' } },
  purposes: { supplies: '保供', epidemic: '防疫', commuting: '通勤', medical: '就医', guest: '访客', parcel: '快递', meal: '外卖', renovation: '装修', housekeeping: '家政', other: '其他' },
  reprint: { lost: '丢失', damaged: '损坏', changed: '信息有变' },
  page: {
    number: '编号', holder: '户主、姓名', state: '状态', validity: '有效期', issued: '签发', search: '编号、车牌、姓名', issue: '签发', bulk: '整小区签发', address: '住址', kind: '种类', members: '{n} 人', until: '到 {day}', within: '{from} – {until}', soon: '{day} 到期', recheck: '{day} 复核', recheckToday: '今天复核', recheckLate: '该复核了({day})', special: '特种', plate: '车牌', household: '家庭人数', purpose: '事由', recheckOn: '复核日期', issuer: '签发人', begins: '生效', nth: '第几次制证',
    print: '打印', printThese: '打印 {n} 张', empty: { all: '还没有发过出入证', valid: '没有有效的证', suspended: '没有停用的证', expiring: '没有快到期的证', vehicles: '没有车辆通行证', visitors: '今天没有访客', ended: '没有过期、作废的证' }, emptyHint: '点“整小区签发”,一次发给全部住户。', emptyVisitors: '有人要来,点“登记访客”,住户确认后给门口看码就能进。', emptyVehicles: '点“签发”,选“车辆通行证”,填车牌和事由。', notFound: '换编号、车牌或姓名开头几个字再试。', place: '小区、网格', selected: '打印选中的',
  },
  card: {
    holders: '家庭成员', householder: '户主', why: '为什么', history: '经过', valid: '有效期', issue: '第 {n} 次制证', plate: '车牌', vehicleKind: '车型', owner: '车主、单位', driver: '驾驶员', companions: '随车人数', route: '范围、路线', purpose: '事由', recheck: '复核', everyDays: '每 {n} 天,下次 {day}', everyDaysLate: '每 {n} 天,{day} 就该复核了', noRecheck: '不用复核',
    host: '被访户', entered: '谁报的', phone: '电话', from: '来自', announced: { household: '住户自己报的', community: '社区、卡点登记的' }, note: '备注', household: '打开家庭档案', hidden: '只显示姓名首字,看不到家庭成员。', link: '家庭码', linkMake: '生成家庭码', linkHint: '住户用手机扫这个码,不用账号,就能出示自己家的出入证、报访客、确认访客、申请外出。', linkCopy: '复制链接', linkCopied: '链接已复制',
  },
  photo: { add: '加照片', replace: '换照片', remove: '去掉照片', sending: '正在上传…', added: '照片已加上', removed: '照片已去掉', alt: '{name}的照片', hint: '可以不加。手机上直接拍,电脑上选文件;证过期、作废后自动删除。' },
  act: {
    print: '打印', reprint: '补办', renew: '续期', revoke: '作废', reinstate: '撤销作废', recheck: '复核完成', confirm: '住户已确认', decline: '住户谢绝', arrive: '已到', link: '家庭码',
    reprintWhy: '为什么补办?旧的马上作废', reprinted: '{number} 已补办,旧的作废', renewed: '{number} 已续到 {day}', revokeWhy: '为什么作废', revokeHint: '例如:搬走、转借他人', revoked: '{number} 已作废', reinstated: '{number} 已撤销作废', rechecked: '{plate} 已复核', confirmed: '{name} 已确认', declined: '{name} 已谢绝', arrived: '{name} 已到', reasonNeeded: '请写一句原因',
  },
  form: {
    title: '签发', kind: '发给谁', household: '住户', householdHint: '姓名、门牌、拼音首字母、电话尾号', person: '哪一位', validOn: '有效到', plate: '车牌', plateHint: '例如:云H12345、云HD12345、临云H12345', told: '{kind}', always: '一律放行', special: '特种车辆(救护、消防、抢险、环卫、警、物资),一律放行', owner: '车主或单位', driver: '驾驶员', companions: '随车人数', purpose: '事由', route: '通行范围、路线', recheckDays: '几天复核一次', place: '属于哪里', ofHousehold: '住户的车', ofOffice: '单位的车',
    go: '签发', goVisitor: '登记访客', issued: '{number} 已签发', undoReason: '签发有误,撤销', needHousehold: '请选一户', needPlate: '请填车牌', needPurpose: '请选事由', needName: '请填访客姓名', visitor: '访客姓名', phone: '电话', document: '身份证号(卡点核对用)', from: '来自哪里', hours: '几小时', none: '没有找到', announced: '{name} 已登记,等住户确认', picked: '已选', change: '换一户', onlyMembers: '这一户的人',
  },
  bulk: {
    title: '整小区签发', area: '小区、村组、网格', households: '一共 {n} 户', toIssue: '要发 {n} 张', hasOne: '已有有效证 {n} 户,不重复发', quarantined: '有人隔离 {n} 户,解除后再发', nobody: '没有在册的人 {n} 户', go: '签发 {n} 张', running: '正在签发:已看 {seen} / {households} 户', done: '已签发 {n} 张', failed: '签发中断,已发 {n} 张,还有没看到的户。', failedHint: '试了几次都没有做下去。请点“接着签发”,已发的不会重复;还是不行,请找系统管理员。', resume: '接着签发', undone: '整批已撤销', undoneReason: '整批撤销', undo: '撤销整批', print: '打印这一批', left: '没有发的户', reasonOf: { hasOne: '已有', quarantined: '有人隔离', nobody: '没有在册的人' }, nothing: '每一户都已经有了,没有要发的。', back: '返回名单', needArea: '请选一个小区',
  },
  print: {
    title: '打印出入证', sheet: 'A4 纸,每张 8 证,沿裁切线剪开', card: '证卡纸 12 × 8 厘米,每张 1 证', print: '打印', back: '返回', more: '再排 {n} 张', laidOut: '已排 {n} / {total} 张', none: '没有可以打印的证:停用、作废、过期的不打印。', number: '编号', compound: '小区(村组)', door: '楼栋房号', holder: '户主', name: '姓名', members: '家庭人数', memberNames: '成员', document: '证件号', phone: '电话', valid: '有效期', office: '签发单位(盖章)', exits: '外出日期', exitsHint: '每出一次,值守人员打勾', issue: '第 {n} 次', plate: '车牌', vehicleKind: '车型', owner: '车主、单位', driver: '驾驶员', companions: '随车人数', route: '通行范围、路线', purpose: '事由', approver: '批准人', rules: '一户一证,不得转借;出入请出示本证并测温。', vehicleRules: '一车一证,驾乘人员逐一登记、测温。', people: '{n} 人',
  },
  my: {
    title: '我家的出入证', show: '给值守人员看这个码', newIn: '{time} 后换新码', newNow: '正在换新码…', over: '这个码已经过期', overHint: '现在没有信号,换不了新码。走到有信号的地方会自动换;纸的出入证仍然有效。', validUntil: '证有效到 {day}', number: '编号 {number} · {n} 人', none: '还没有出入证', noneHint: '请到社区或打电话办理。', stopped: '出入证停用', call: '打电话给社区', visitors: '访客、快递', noVisitors: '没有要来的人。', announce: '报一位访客', name: '姓名', phone: '电话(可不填)', document: '身份证号(可不填,卡点核对用)', from: '从哪里来(可不填)', purpose: '来做什么', hours: '大约几小时', go: '报给值守人员', yes: '确认,请他进来', no: '不认识,谢绝', withdraw: '取消', back: '返回', showTo: '把这个码发给 {name}(截图)', expects: '{name} 要来({purpose}),您家认识吗?', nameNeeded: '请填姓名', purposeNeeded: '请选来做什么', notNow: '网络不通,还没有送出。请稍后再按一次,写的内容还在。',
  },
  timeline: {
    issued: '发出入证 {number}', renewed: '出入证 {number} 续期', reprinted: '出入证 {number} 补办,旧的作废', revoked: '出入证 {number} 作废:{reason}', reinstated: '出入证 {number} 撤销作废', reissued: '车辆通行证 {number} 到期,重新签发', rechecked: '车辆 {number} 复核', recheckUndone: '撤销车辆 {number} 的复核', announced: '访客 {name} 登记', confirmed: '访客 {name} 已确认', declined: '访客 {name} 已谢绝', arrived: '访客 {name} 已到', withdrawn: '访客 {name} 取消', reopened: '访客 {name} 重新等确认', photoAdded: '出入证 {number} 加照片', photoRemoved: '出入证 {number} 去掉照片',
  },
  history: {
    issued: '签发', renewed: '续期,第 {issue} 次制证', reprinted: '补办,第 {issue} 次制证,以前的作废', revoked: '作废:{reason}', reinstated: '撤销作废', reissued: '到期后重新签发,这张作废', movedOut: '本人迁出,作废', deceased: '本人去世,作废', nobodyHere: '没有人住了,作废', rechecked: '复核完成', recheckUndone: '撤销复核', suspended: '停用:家中有人{measure},到 {endsOn}', restored: '解除隔离,恢复有效', photoAdded: '加照片', photoRemoved: '去掉照片', announced: '登记', confirmed: '住户确认', declined: '住户谢绝', arrived: '已到', withdrawn: '住户取消', reopened: '重新等确认',
  },
}
