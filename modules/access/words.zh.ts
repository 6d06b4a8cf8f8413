export const zh = {
  title: '谁能看见什么',
  sub: '按账号、辖区、人或权限查谁看得见、为什么、看过没有。只列工作人员,不显示居民信息;每次查询都记入审计。',
  tabs: { warnings: '提醒', account: '按账号', area: '按辖区', person: '按人', permission: '按权限' },
  personal: {
    name: '姓名', document: '证件号码', phone: '电话', birth: '性别年龄', address: '住址', work: '工作单位', care: '关爱类别', travel: '行程', health: '体温症状', control: '管控措施',
  },
  sight: { masked: '看得见', maskedSaid: '{kinds}(号码遮盖)', clear: '可看明文', clearSaid: '{kinds}(逐条填事由、留痕)', takesOut: '可下载', yes: '可以', no: '不可以', nothing: '看不到居民信息', role: '{role}看得见:{kinds}' },
  columns: { who: '账号', role: '角色和范围', sees: '看得见', since: '授权', looks: '近 {days} 天看过', seen: '最近使用' },
  covers: '{households}户 {persons}人', above: '上级单位', noLooks: '没有看过', bySetUp: '系统初始设置',
  looks: { views: '查看 {n} 次', reveals: '明文 {n} 次', exports: '导出 {n} 次', records: '{n} 份档案' },
  list: {
    area: '哪个辖区', permission: '哪项权限', find: '姓名或登录名', total: '{n} 个账号', emptyArea: '没有人能看见这个辖区', emptyAreaHint: '还没有给这里或上级授权。', emptyPermission: '没有人有这项权限', emptyPermissionHint: '需要的话,在“授权一览”里授予有这项权限的角色。',
    emptyAccount: '没有这样的账号', emptyAccountHint: '换个姓名或登录名再找。', export: '导出', opens: '这项权限打开 {n} 项功能',
  },
  card: {
    where: '范围', grant: '授权', grantSaid: '{at} 由 {by} 授权:{reason}', until: '有效期', leave: '请假', leaveSaid: '{from} 至 {to},{name} 顶岗', standIn: '正在顶岗', standInSaid: '替 {name} 到 {day}', duties: '挂联', noDuty: '没有挂联任务',
    factor: '双因素', factors: { set: '已设置', owed: '按规定要设,还没有设', none: '没有要求' }, signIn: '最近登录', seen: '最近使用', never: '从未', opened: '开户时间',
    reason: '为什么看得见', sight: '看得见什么', used: '近 {days} 天', mayDo: '能做什么({n} 项)', revealsTitle: '明文查看({n} 次)', noLooks: '没有看过居民信息。', does: { view: '看', reveal: '看明文', change: '办', export: '下载' },
    noRole: '还没有角色,什么也看不见。', change: '改授权', withdraw: '收回授权', askSuspend: '请系统管理员停用', askShorten: '请系统管理员提前到期', askReset: '请系统管理员重置密码和双因素',
    asked: '已请系统管理员{wish}:{reason}', wishes: { suspend: '停用', shorten: '改为到 {day} 为止', reset: '重置密码和双因素' }, askedStates: { waiting: '等待办理', done: '已办理', refused: '没有办理', withdrawn: '已撤回' }, askedBy: '{name} {at}', takeBack: '撤回', lastDay: '最后一天',
    sent: '已请系统管理员办理 {name} 的账号', own: '这是您自己的账号,由另一位安全管理员管理。',
  },
  person: {
    go: '查询', sees: '现在看得见的 {n} 个账号', lookers: '近 {days} 天看过的 {n} 人', nobodyLooked: '近 {days} 天没有人打开过这份档案。', noMore: '现在已看不见', before: '填写左边两项后,这里列出谁看得见、为什么、看过没有。',
    sub: '只列出工作人员,不显示这个人的任何信息。', nobody: '没有账号看得见这个人。',
  },
  warnings: {
    none: '没有要处理的提醒', noneHint: '范围、有效期、挂联、请假和使用情况都对得上。', all: '全部', asked: '已请系统管理员办理',
    kinds: { separation: '一人多岗', expired: '已到期', awayOver: '假满未用', dutyEnded: '挂联已结束', broad: '范围过宽', dutyOutside: '范围不够', unused: '久未使用' },
    why: {
      separation: '同名账号 {otherLogin} 是{otherRole}。三员分立:管理员不能兼任别的岗位,请核实是不是同一个人。', expired: '有效期 {day} 已过,账号还没有停用。', awayOver: '请假到 {day} 为止,之后没有再用过。请核实是不是已经离岗。',
      dutyEnded: '挂联 {day} 已经结束,账号还有角色和范围。', broad: '账号管 {own},挂联只在 {duties}。范围可以缩小到 {area}。', dutyOutside: '挂联在 {duties},账号只看得见 {own},有一部分工作看不到。', unused: '{days} 天没有用过,最近一次 {at}。', neverUsed: '开户后 {days} 天没有用过。',
    },
    acts: { withdraw: '收回授权', narrow: '缩小到 {area}', widen: '扩大到 {area}', widenAbove: '改授权', suspend: '请系统管理员停用' },
  },
  export: {
    title: '谁能看见', headings: { name: '姓名', login: '登录名', role: '角色', area: '范围', households: '户数', persons: '人数', masked: '看得见(号码遮盖)', clear: '可看明文', since: '授权时间', by: '授权人', until: '有效期至', state: '账号状态', seen: '最近使用' },
    views: '近{days}天查看', reveals: '近{days}天看明文', exports: '近{days}天导出', waits: '批准后回到本页,用同样的条件再点一次“导出”即可下载。',
  },
  errors: { choose: '请选一个辖区或一项权限。' },
}
