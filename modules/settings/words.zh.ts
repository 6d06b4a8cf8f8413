export const zh = {
  title: '设置',
  sub: '全局有效,改动立即生效。每次改动留下姓名、时间和事由。',
  change: '更改',
  standard: '默认值',
  asStandard: '未改动',
  changed: '{name} {at} 改:{reason}',
  by: { system: '系统' },
  saved: '设置已改,现在起生效。',
  on: '开启',
  off: '关闭',
  roles: '哪些角色须用',
  none: '不要求',
  from: '工作时间从',
  to: '到',
  peoplePerHour: '一小时内查看人数超过',
  units: { days: '{n} 天', rows: '{n} 条', hours: '{n} 小时', people: '{n} 人' },
  items: {
    accounts: {
      secondFactor: { name: '双因素登录', hint: '登录时除密码外还要手机验证器上的 6 位数字。', source: '依据:网络安全等级保护 2.0 三级(GB/T 22239-2019)身份鉴别:两种以上鉴别技术,其一为密码技术。' },
      passwordDays: { name: '密码有效期', hint: '到期后登录时须先换新密码;0 为不要求。', source: '依据:等级保护 2.0 三级:口令定期更换,一般 90 天。' },
      expiryDays: { name: '账号到期提醒', hint: '账号到期前多少天开始提醒本人和系统管理员。', source: '本系统默认 14 天。' },
      idleDays: { name: '久未使用提醒', hint: '账号多少天没有用过,就提醒安全管理员核实。', source: '依据:等级保护 2.0 三级:及时删除或停用多余的、过期的账户;本系统默认 60 天。' },
    },
    exports: {
      approvalRows: { name: '导出审批线', hint: '一次导出超过这么多条须由别人批准;含明文号码的导出一律须批准。', source: '依据:个人信息保护法第六条最小必要、第五十一条权限管理;默认 200 条。' },
      releaseHours: { name: '批准后下载时限', hint: '批准后在这段时间内下载一次,过时须重新申请。', source: '本系统默认 24 小时。' },
    },
    field: {
      carryHours: { name: '手机随身数据有效', hint: '手机上的名单和方案超过这么久没有同步,就不再显示。', source: '本系统默认 30 小时:无信号工作一整天后仍可用到次日早上。' },
      handOverHours: { name: '手机记录代交时限', hint: '别人用了这台手机、本人一直没有回来,没交的记录超过这么久转给社区处理。', source: '本系统默认 48 小时。' },
    },
    audit: {
      lookBackDays: { name: '查看情况统计天数', hint: '“谁能看见什么”页统计最近多少天的查看、看明文和导出。', source: '本系统默认 30 天。' },
      watch: { name: '异常查看提示', hint: '审计页把工作时间外的查看、一小时内看了很多人的查看标出来。', source: '只作提示,不限制工作;默认 7 点至 22 点、120 人。' },
    },
  },
  errors: { notThisShape: '这个数值不在允许的范围内,设置没有改。请核对后再保存。' },
}
