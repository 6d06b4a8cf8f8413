export const zh = {
  title: '导出登记',
  sub: '超过 {most} 条或含明文号码的导出须由别人批准,批准后限时下载一次;每份文件都带导出人水印。',
  tabs: { toDecide: '待我批准', mine: '我的导出', all: '辖区全部' },
  states: { waiting: '待批准', approved: '已批准,待下载', refused: '未批准', withdrawn: '已撤回', lapsed: '已过时限', downloaded: '已下载' },
  causes: { rows: '共 {rows} 条,超过审批线 {most} 条', clear: '含明文号码' },
  columns: { what: '内容', who: '申请人', why: '事由', state: '状态', at: '申请时间' },
  facts: {
    rows: '条数', rowsOf: '{rows} 条', numbers: '号码', clear: '明文(身份证号、电话)', masked: '已遮盖', code: '导出编号', format: '格式', asked: '申请',
    before: '此前 30 天', beforeOf: '下载 {exports} 次,共 {rows} 条', beforeNone: '没有下载过', decided: '批复', until: '下载时限', downloaded: '下载',
  },
  why: {
    waiting: '{who} 想导出 {title},共 {rows} 条{clear}。',
    clear: ',含明文号码',
    ready: '已批准。请在 {until} 前下载,只能下载一次。',
    refused: '{name} 没有批准:{note}',
    lapsed: '批准后没有按时下载,已失效。仍需要时请重新导出一次。',
  },
  acts: { approve: '批准', refuse: '不批准', takeBack: '收回批复', download: '下载', withdraw: '撤回申请', note: '批复意见', refuseReason: '为什么不批准,应怎样做' },
  done: { approve: '已批准,{name} 可以下载一次。', refuse: '已答复不批准。', takeBack: '批复已收回,仍待批准。', withdraw: '申请已撤回。', download: '文件已下载,已登记。' },
  empty: { toDecide: '没有等您批准的导出', mine: '您还没有导出过', all: '辖区内还没有导出过', hint: '在名册、人员等页面点“导出”,这里会留下登记。' },
  form: {
    title: '导出', format: '格式', clear: '包含完整证件号码和电话(须批准)', go: '导出', sent: '已提交,等待批准', openList: '查看我的导出',
    waitsHint: '由街道或指挥部的同志批准,不能自己批准自己;批准后在“导出登记”里下载。', wait: '不导出', reasonHint: '写给批准人和审计员看:给谁、做什么用',
  },
  errors: {
    waitsForRows: '共 {rows} 条,超过 {most} 条,须由街道或指挥部批准。申请已提交,批准后在“导出登记”里下载一次。',
    waitsForClear: '含明文号码的导出须由街道或指挥部批准(共 {rows} 条)。申请已提交,批准后在“导出登记”里下载一次。',
    notInState: '这份导出现在是“{state}”,不能这样做。请刷新后再看。',
    notOneself: '不能批准自己的导出。请由另一位有批准权限的同志办理。',
    notYours: '这一步只能由原来办理的人来做。',
  },
}
