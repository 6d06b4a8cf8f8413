export const zh = {
  effects: { over: '不再管控', stricter: '管得更严', milder: '管得更松', longer: '延长', shorter: '缩短', same: '不变', byHand: '逐人核对', unclear: '无法判断' },
  effectHints: { byHand: '另有单独决定延长或变更过,新方案不自动改,请逐人核对', unclear: '登记的情况不够,这份方案定不了,请逐人核对', over: '转入“应解除”,由原决定机关确认' },
  preview: {
    title: '发布前预演', sub: '看清楚会变什么,再发布。这一页不会写入任何记录。', of: '{order}《{title}》', differs: '和现在的不同', comparedWith: '与 {order}(第{n}版)相比', first: '这是这一类方案的第一份,没有可比的。', noDifference: '管谁、怎么管,都和现在一样。',
    paper: '文号和附件', attach: '附上文件(PDF、图片、Word)', noPaper: '还没有附上发文的文件。发布以后也可以补。', removed: '已去掉附件',
    people: '在管的人会怎么变', nobody: '这份方案的范围里,现在没有人在管。', call: '要打电话 {n} 人', managed: '范围内在管 {n} 人', elsewhere: '另有 {n} 人在更近的方案管辖下,不受影响。',
    notRetroactive: '这份方案不追溯:已经在管的人不变。下面是如果追溯,会怎么变。', retroactive: '这份方案追溯:{day} 生效时,下面的人按它重新决定,社区当天要逐个打电话。', change: '改草案',
    person: '对象', now: '现在', then: '以后', effect: '变化', until: '到 {day}', over: '不再管控', more: '只列前 {n} 人,按变化筛选可看其余。', publish: '发布', supersedes: '发布后,{order} 到 {day} 为止。', all: '有变化的', back: '返回草案',
    undecided: '还有情形没有规定怎么管,先把草案补全。', attachedAt: '{name} {at}',
  },
  why: {
    title: '为什么这样管', print: '打印', told: '登记了什么', record: '看登记', toldBy: '{channel},{name} {at} 登记', cameFrom: '{day} 从{origin}到达', purpose: '来由:{purpose}', health: '体温 {t}℃', noReading: '没有体温读数', well: '没有症状', exposed: '{day} 末次接触,{contact}',
    classed: '属于哪一类', classBy: { codes: '来自的地方写在这一类里', risk: '来自的地方当时是{level}地区', relation: '按来自的地方和本地的关系', together: '与{name}同住,一并管理', none: '按方案归类' },
    held: '哪份方案管', issued: '{issuer} {order}《{title}》第{n}版,{day} 起,适用{area}', othersTitle: '没有选用的:', rule: '方案怎么说', ruleNo: '第 {n} 条规则先合适{skipped}', skipped: '(前面 {n} 条都不合适)', quote: '原文',
    counted: '算到哪一天', anchor: '从{anchor}({day})算起,{counting}', stage: '{from} 至 {to}:{measure} {days} 天', since: '后来的变更', now: '现在', dayOf: '{measure},第 {n} 天,共 {total} 天,到 {day} 24:00', closed: '{state}', missing: '解除还要:{what}', confirm: '由{roles}确认解除',
    nobody: '没有来返登记,也没有管控。', notManaged: '登记过,按方案不需要管控。', objection: '认为不对?请向社区或{issuer}提出,登记的情况可以更正,更正后重新决定。', open: '为什么这样管', attachment: '方案附件', asOf: '截至 {at}',
  },
}
