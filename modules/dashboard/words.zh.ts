export const zh = {
  title: '一张图',
  figures: {
    households: '户', persons: '人', managedHouseholds: '在管户', managed: '在管', opened: '今日新增', released: '今日解除', toRelease: '应解除', releaseLate: '到期未解除',
    missing: '未报体温', missed: '今日漏测', leads: '待接收线索', leadsLate: '超时线索', toVerify: '待核实', verifyLate: '超时核实', reportsMissing: '未报日报',
  },
  units: { opened: '{n}人', toRelease: '{n}人', missing: '{n}人', leads: '{n}条', toVerify: '{n}条' },
  late: { leadsLate: '线索超时', verifyLate: '核实超时', releaseLate: '到期未解除', missed: '漏测' },
  page: {
    figures: '今天的数', pair: '{households}户 {persons}人', same: '与昨日此时相同', differs: '比昨日此时 {by}', ofCommunities: '{n} / {all} 个社区', reportBy: '{clock} 截止', reportLate: '已过 {clock} 截止',
    asOf: '{at} 的数,每分钟更新', screen: '大屏', crumbs: '上级辖区', needsHelp: '{name}最需要帮助:', needs: '超时 {n} 项,{kinds}。', allWell: '没有超时的事项。', lowest: '这是最下一级,点上面的数看名单。',
    asTable: '看表', asPicture: '看图',
  },
  table: {
    title: '哪里最需要帮助', area: '辖区', late: '超时', report: '日报', nothing: '无', own: '{name}本级', sent: '{clock} 已报', notSent: '未报', sentOf: '{n} / {all} 已报',
  },
  map: {
    head: '地图', title: '各辖区{measure}', by: '按什么着色', late: '超时', managed: '在管', perThousand: '每千人在管', opened: '今日新增', missing: '未报体温', persons: '人口', open: '{name} {n},打开',
  },
  trend: { title: '近{n}天', sum: '新增 {opened} 人,解除 {released} 人', day: '日期', managed: '在管', opened: '新增', released: '解除', today: '今天' },
  origins: {
    title: '近{n}天来自', sum: '{n} 人,{provinces} 个省份', from: '来源', abroad: '境外', unknown: '来源不明', none: '近{n}天没有来返人员。', rest: '另有 {n} 个省份 {persons} 人,见表',
  },
  ages: { title: '在管第几天', longest: '满 {days} 天及以上 {n} 人', day: '第几天', nth: '第{n}天', persons: '第{day}天 {n} 人', hint: '从起算日数起,当天为第0天。' },
  reports: { title: '各社区日报', sent: '{n} / {all} 已报', late: '逾时未报' },
  screen: { title: '{name}疫情防控指挥一张图', asOf: '{clock} 更新', stale: '连不上服务器,停在 {clock}', leave: '退出大屏', more: '另有 {n} 个辖区', sentOf: '{n} / {all}' },
}
