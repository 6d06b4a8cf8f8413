/** 两个客户端共用的文字:壳、模式、框架错误。 */
export const zh = {
  frame: {
    errors: {
      notSignedIn: '登录已过期。请重新登录,登录后回到这一页。',
      wrongPermission: '您的角色不能做这一步。需要时请找本单位安全管理员授权。',
      mustChangePassword: '请先修改初始密码,再继续。',
      notFound: '没有找到,可能已被撤销、并户,或不在您的辖区内。请返回列表再看一次。',
      linkInvalid: '这个链接已失效。请向社区要一个新的链接或二维码。',
      malformed: '有几项没有填对,请看标出的地方,改好后再提交。',
      commandIdMissing: '这次提交不完整。请刷新页面后再提交一次。',
      commandIdReused: '这次提交与刚才的编号重复但内容不同。请刷新页面后再提交一次。',
      conflict: '别人刚改过同一条记录,或同样的记录已经有了。请刷新看最新内容后再改。',
      tooLarge: '文件太大,最多 {limitMegabytes} MB。请分成几个文件再传。',
      busy: '系统正忙,这次没有存上。请稍等几秒再试,不会重复记录。',
      offline: '连不上服务器,这次没有存上。请检查网络后再试,不会重复记录。',
      failed: '系统出错,这次没有存上。请再试一次;仍不行,把编号 {requestId} 告诉系统管理员。',
    },
    problems: {
      invalid_type: '请填写这一项', too_small: '太短或没有填', too_big: '太长或数太大', invalid_format: '格式不对',
      invalid_value: '请从所列的里选一个', not_multiple_of: '最多一位小数', notADay: '日期不对', notALogin: '登录名用 3–32 个小写字母、数字',
      other: '这一项不对,请改一改',
    },
  },
  ui: {
    division: { hint: '省、市、县,拼音也行,如 wuhan', nothing: '没有这个地方。换个写法,或只选到省。' },
    product: '网格', pageTitle: '{page} · 网格', trial: '试用与培训用;正式使用请接 PostgreSQL',
    trialShort: '试用与培训',
    nav: {
      main: '主导航', today: '今日', people: '人员', control: '管控', reporting: '报送', territory: '辖区', policies: '方案', system: '系统',
      screening: '来返', quarantine: '在管', leads: '线索', sites: '隔离点', register: '人员', households: '户', roster: '导入',
      accounts: '账号', grants: '授权', audit: '审计', skip: '跳到正文', tabs: '本栏各页',
    },
    top: { search: '找人、户、地址、电话……', large: '大字版', language: '中 / EN', help: '按键' },
    me: { menu: '我的', sessions: '我的登录', password: '修改密码', signOut: '退出', noRole: '还没有授权', noRoleHint: '您的账号还没有角色和辖区。请找安全管理员授权,授权后刷新本页。' },
    role: {
      gridWorker: '网格员', communityWorker: '社区工作者', healthCentreDoctor: '卫生院医生', propertyStaff: '物业', gatekeeper: '卡点值守',
      subdistrictOfficer: '街道干部', districtCommand: '区指挥部', cdc: '疾控中心', healthBureau: '卫健局', systemAdmin: '系统管理员',
      securityAdmin: '安全管理员', auditor: '审计员',
    },
    level: {
      city: '市', district: '县(区)', subdistrict: '街道(乡镇)', community: '社区(村)', compound: '小区', villageGroup: '村(居)民小组',
      grid: '网格', building: '楼栋', unit: '单元',
    },
    measure: { centralQuarantine: '集中隔离', homeQuarantine: '居家隔离', homeMonitoring: '居家健康监测', healthMonitoring: '健康监测', selfMonitoring: '自我健康监测' },
    signIn: {
      title: '登录', login: '登录名', password: '密码', go: '登录', again: '登录已过期,请重新登录', demo: '试用账号', demoHint: '点一个角色,直接登录。所有人员都是虚构的。',
      loginMissing: '请填登录名', passwordMissing: '请填密码',
    },
    password: {
      title: '修改密码', must: '这是第一次登录或密码已被重置,请先换一个只有您知道的密码。', old: '现在的密码', new: '新密码', again: '再输一次新密码',
      rule: '至少 {minLength} 位,含小写字母、大写字母、数字、符号中的 {minClasses} 种', tooShort: '还差 {n} 位', tooSimple: '再加一种字符', differs: '两次输入不一样',
      go: '保存新密码', done: '密码已改。其他地方的登录都已下线。',
    },
    sessions: { title: '我的登录', hint: '不认识的,点“下线”,再改密码。', current: '本机', device: '设备', ip: '地址', seen: '最近使用', since: '登录时间', revoke: '下线', revoked: '已下线', empty: '只有这一处登录。' },
    keys: {
      title: '按键', search: '找人、找户', help: '看全部按键', next: '下一条', previous: '上一条', open: '打开', close: '关闭右侧', undo: '撤销上一步',
      go: '按 G 再按', select: '选中这一行', none: '这一页没有别的按键。',
    },
    list: {
      more: '再看 {n} 条', moreAny: '再看下面的', end: '共 {n} 条,到底了', selected: '已选 {n} 条', clear: '取消选择', all: '全部', columns: '列', refreshing: '正在更新',
      empty: '这里没有记录', emptyFiltered: '没有符合条件的记录', clearFilters: '清除条件', close: '关闭', panel: '详情', select: '选中', rows: '{n} 条',
    },
    card: { why: '为什么', due: '接下来', timeline: '经过', noTimeline: '还没有记录。', missing: '还缺:{what}', system: '系统', by: '{name}', more: '看更早的' },
    channel: { desk: '办公室', door: '上门', self: '本人填报', phone: '电话', import: '名册导入', system: '系统', gate: '卡点', order: '指挥部令' },
    state: { good: '正常', bad: '异常', soon: '将到期', on: '进行中', off: '未开始' },
    form: {
      temperature: '体温', unset: '未测', celsius: '℃', save: '保存', next: '下一步', back: '上一步', cancel: '取消', draft: '已接着上次填的继续', dropDraft: '重新填',
      required: '请填写这一项', fix: '有 {n} 处要改', reason: '事由', reasonHint: '一句话说明,会记入审计', temperatureOdd: '像是设备读数有误,请再测一次',
      other: '其他', yes: '是', no: '否', optional: '可不填',
    },
    undo: { undo: '撤销', undone: '已撤销' },
    work: { working: '正在处理', percent: '{done} / {total}', almost: '快好了', failed: '没有完成' },
    reveal: { show: '看完整号码', why: '为什么要看?', whyHint: '例如:电话核实来返', go: '显示', hide: '收起', logged: '已记入审计', presets: { call: '电话核实', check: '核对证件', transfer: '转送交接' } },
    failed: { title: '没有读到', retry: '再试一次', notFound: '没有这一页', notFoundHint: '地址可能写错了,或这一项已不在您的辖区。', home: '回到今日', crashed: '这一页出错了', crashedHint: '刷新后再试;仍不行,请告诉系统管理员。', reload: '刷新' },
    time: {
      now: '刚刚', minutesAgo: '{n}分钟前', hoursAgo: '{n}小时前', daysAgo: '{n}天前', inMinutes: '{n}分钟后', inHours: '{n}小时后', inDays: '{n}天后',
      overdueMinutes: '超时 {n}分', overdueHours: '超时 {h}时{m}分', overdueDays: '超时 {n}天', today: '今天 {clock}', yesterday: '昨天 {clock}', tomorrow: '明天 {clock}',
      clock: '{day} {weekday} {clock}', dayOf: '第{n}天 / 共{total}天', day: '{month}月{day}日', dayYear: '{year}年{month}月{day}日', pair: '{households}户 {persons}人', households: '{n}户', persons: '{n}人', age: '{n}岁', months: '不满1岁',
    },
    weekday: { 0: '周日', 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六' },
    phone: { large: '大字', normal: '标准字', offline: '没有信号', offlineHint: '先别关页面,有信号后再点一次提交。', call: '打电话', loading: '正在打开……', reload: '再试一次', lostTitle: '打不开这一页' },
  },
}
