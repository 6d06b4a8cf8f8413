export const zh = {
  title: '审计',
  acts: { view: '查看', reveal: '查看明文', change: '更改', export: '导出' },
  actors: { staff: '工作人员', link: '居民链接', system: '系统', nobody: '未登录' },
  chain: {
    title: '审计链校验',
    good: '已校验 {verified} 条,全部连贯,未发现改动。',
    goodSoFar: '已校验到第 {lastNo} 条,未发现改动,正在继续。',
    waiting: '另有 {waiting} 条新记录尚未入链,每分钟自动入链一次。',
    changed: '第 {no} 条记录的内容被改动过。请立即封存数据库并报告安全管理员。',
    missing: '第 {no} 条记录缺失。请立即封存数据库并报告安全管理员。',
    gap: '第 {no} 条之前缺少链号。请立即封存数据库并报告安全管理员。',
  },
  sealed: '已入链',
  notSealed: '待入链',
  noReason: '未填事由',
  empty: '没有符合条件的记录。请放宽日期或清除筛选。',
  page: {
    who: '谁', act: '做了什么', what: '哪项功能', why: '事由', at: '时间', from: '地址', device: '设备', about: '涉及', subjects: '涉及 {n} 条',
    chainWord: '审计链', day: '日期', subject: '人员、户、账号的编号', onlyThisAccount: '只看这个账号',
  },
  errors: {},
}
