export const zh = {
  title: '分区分级',
  sub: '哪里是什么状态、按哪一号文、措施落实到哪一步',
  errors: {
    notHere: '这一级不能这样定。社区定疫情状态;小区、村组、楼栋、单元定等级。',
    sameAlready: '已经是“{value}”,文号也一样,不用再定一次。',
    beforeCurrent: '执行时间早于现在这一条({orderNo})。请核对时间。',
    notTheDay: '只有当天的调整可以撤销。要改回去,请凭新的文号再调整一次。',
    superseded: '后面已经有新的调整。请先撤销新的那一条。',
    itemSettled: '这一项现在是“{state}”,不能再这样做。请刷新看最新情况。',
    notAPicture: '“{filename}”不是照片。请拍照上传,或选 JPG、PNG 图片。',
    tooManyPhotos: '一项最多 {n} 张照片。请先删掉不用的。',
    ownerGone: '这个账号已停用,不能当责任人。请换一位。',
    noState: '这里还没有定过状态或等级,先调整,再加措施。',
    sameTwice: '“{title}”写了两次。请删掉一条,或者把两条写得能分清。',
  },
  value: {
    noCase: '未发现病例', caseFound: '出现病例', outbreak: '暴发疫情', spread: '传播疫情', lifted: '已解除', prevention: '防范区', control: '管控区', lockdown: '封控区',
  },
  valueHint: {
    noCase: '居民中没有确诊', caseFound: '1例确诊,没有续发', outbreak: '14天内一家、一个工地或同一单元2例及以上', spread: '14天内2例及以上来源不清,或暴发规模大、持续',
    lifted: '不再分级,恢复常态', prevention: '非必要不离开,不聚集', control: '人不出区,错峰取物', lockdown: '足不出户,上门服务',
  },
  state: { open: '未完成', done: '已完成', skipped: '不适用', closed: '不再需要' },
  kinds: { communityState: '社区疫情状态', compoundGrade: '小区等级' },
  tabs: { communities: '社区', affected: '有病例的社区', graded: '封控、管控、防范', unfinished: '有未完成措施', compounds: '全部小区(村组)' },
  page: {
    notSet: '没有定过', since: '{when}起', order: '{issuer} {no}', progress: '{done} / {total}', late: '{n} 项超时', none: '—', openAll: '全辖区未完成 {n} 项', lateAll: '其中 {n} 项超时',
    columns: { area: '辖区', state: '状态和等级', since: '执行', items: '措施落实' },
    empty: { communities: '辖区里没有社区。', affected: '没有出现病例的社区。', graded: '没有封控、管控、防范的小区。', unfinished: '没有未完成的措施。', compounds: '没有小区或村组。' },
    emptyHint: { communities: '请先在“辖区”里建社区。', affected: '社区疫情状态由指挥部定,在“社区”里打开一个就能看。', graded: '要定等级,打开“全部小区(村组)”里的一个。', unfinished: '定了状态或等级,措施会自动列出来。', compounds: '请先在“辖区”里建小区。' },
  },
  card: {
    why: '按{issuer} {no},{when}起', scope: '范围:{note}', notSet: '还没有定过。定了以后,该落实的措施会自动列出来,责任人和时限一起定好。', set: '调整{kind}', undo: '撤销调整', undone: '已撤销调整',
    items: '措施清单', done: '完成 {done} / {total} 项', allDone: '全部落实', late: '{n} 项超时', closed: '不再需要的({n} 项)', closedHint: '等级降低后不再要求,记录留着。', history: '变更记录', former: '已替换', undoneState: '已撤销', by: '{name} 录入',
    owner: '{name}', ownerRole: '{role}', noOwner: '没有责任人', mine: '我负责', due: '限{when}', doneBy: '{name} {when}', source: '依据:{text}', reason: '事由:{text}', add: '加一项',
  },
  item: {
    done: '完成', skip: '不适用', photo: '拍照', assign: '改责任人', reopen: '撤销', note: '说明(可不填)', notePlaceholder: '例如:东门留用,南门、北门已封', skipReason: '为什么不适用', skipPlaceholder: '例如:没有地下车库',
    doneSaid: '已完成:{title}', skipped: '已标为不适用:{title}', photoAdded: '照片已上传', uploading: '正在上传…', photoAlt: '佐证照片 {when} {name}', removePhoto: '删掉这张', removed: '照片已删', more: '办理', title: '措施', dueAt: '时限', owner: '责任人', save: '保存', saved: '已改', noEvidence: '还没有照片', promptReason: '请写一句原因', promptTitle: '请写清要做什么',
  },
  form: {
    value: '改成', fromAt: '从什么时候执行', orderNo: '文号', orderPlaceholder: '例如:指挥部通告第7号', issuer: '签发机关', scope: '具体范围', scopePlaceholder: '例如:3幢、5幢;不填就是整个{area}', reason: '事由', go: '调整为{value}', opens: '要落实 {n} 项措施', closes: '{n} 项不再需要', keeps: '{n} 项照旧', nothingOpens: '没有新增的措施', day: '日期', clock: '时间',
    orderPrompt: '请填文号,公示要用', issuerPrompt: '请填签发机关', valuePrompt: '请选改成什么', set: '{area} 已调整为{value}', nobody: '没有人,先去挂联', lower: '等级降低',
  },
  checklists: {
    title: '措施清单', sub: '定了状态或等级,就按这里列出措施。改了以后,下一次调整时生效;已经列出的不变。', link: '措施清单', back: '返回分区分级', n: '{n} 项', none: '没有要落实的措施。', edit: '修改这份清单', add: '加一项', up: '上移', down: '下移', remove: '删掉这一项',
    from: { shipped: '随系统提供', above: '{office}定的', own: '本单位 {when} {name} 改的' }, title1: '做什么', owner: '谁负责', hours: '几小时内', hoursOf: '{n} 小时内', source: '依据(可不填)', save: '保存清单', saved: '{value}的清单已改,共 {n} 项', undone: '已改回原来的清单', noTitle: '请写清要做什么,至少两个字', noHours: '请填 1 到 720 小时', move: '第 {n} 项',
    unit: '小时', versions: '本单位改过的({n} 次)', version: '第 {n} 版', use: '改用这一版', inForce: '正在用', drop: '不用自己的,改回原来的', dropped: '已改回{value}原来的清单',
  },
  public: { state: '社区疫情状态', grade: '小区等级', since: '{when}起执行', order: '依据:{issuer} {no}' },
}
