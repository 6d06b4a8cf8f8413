export const zh = {
  title: '一张图',
  figures: {
    households: '户', persons: '人', managedHouseholds: '在管户', managed: '在管', opened: '今日新增', released: '今日解除', toRelease: '应解除', releaseLate: '到期未解除',
    missing: '未报体温', missed: '今日漏测', leads: '待接收线索', leadsLate: '超时线索', toVerify: '待核实', verifyLate: '超时核实', reportsMissing: '未报日报', gaps: '底数缺项', affected: '有病例社区', graded: '封控管控',
  },
  units: { opened: '{n}人', toRelease: '{n}人', missing: '{n}人', leads: '{n}条', toVerify: '{n}条' },
  late: { leadsLate: '线索超时', verifyLate: '核实超时', releaseLate: '到期未解除', missed: '漏测' },
  page: {
    figures: '今天的数', pair: '{households}户 {persons}人', same: '与昨日此时相同', differs: '比昨日此时 {by}', ofCommunities: '{n} / {all} 个社区', sentOne: '已报', reportBy: '{clock} 截止', reportLate: '已过 {clock} 截止',
    asOf: '{at} 的数,每分钟更新', screen: '大屏', crumbs: '上级辖区', needsHelp: '{name}最需要帮助:', needs: '超时 {n} 项,{kinds}。', allWell: '没有超时的事项。', lowest: '这是最下一级,点上面的数看名单。',
    asTable: '看表', asPicture: '看图',
  },
  table: {
    title: '哪里最需要帮助', complete: '底数完整', zone: '分区分级', area: '辖区', late: '超时', report: '日报', nothing: '无', own: '{name}本级', sent: '{clock} 已报', notSent: '未报', sentOf: '{n} / {all} 已报',
  },
  map: {
    head: '地图', title: '各辖区{measure}', by: '按什么着色', late: '超时', managed: '在管', perThousand: '每千人在管', opened: '今日新增', missing: '未报体温', gapShare: '底数缺项', zone: '分区分级', persons: '人口', open: '{name} {n},打开',
  },
  trend: { title: '近{n}天', sum: '新增 {opened} 人,解除 {released} 人', day: '日期', managed: '在管', opened: '新增', released: '解除', today: '今天' },
  origins: {
    title: '近{n}天来自', sum: '{n} 人,{provinces} 个省份', from: '来源', abroad: '境外', unknown: '来源不明', none: '近{n}天没有来返人员。', rest: '另有 {n} 个省份 {persons} 人',
  },
  ages: { title: '在管第几天', longest: '满 {days} 天及以上 {n} 人', day: '第几天', nth: '第{n}天', persons: '第{day}天 {n} 人', hint: '从起算日数起,当天为第0天。' },
  reports: { title: '各社区日报', sent: '{n} / {all} 已报', late: '逾时未报' },
  screen: { title: '{name}疫情防控指挥一张图', asOf: '{clock} 更新', stale: '连不上服务器,停在 {clock}', leave: '退出大屏', more: '另有 {n} 个辖区', sentOf: '{n} / {all}' },
  outlines: {
    title: '边界导入', sub: '把辖区边界(GeoJSON)带进来,一张图就按真实形状画。不需要外网,也不会上传到别处。', datum: '文件的坐标系', datums: { wgs84: 'WGS84(GPS、天地图)', gcj02: 'GCJ-02(高德、腾讯)' },
    datumHint: '不清楚时问测绘或给数据的单位;选错了整张图会偏几百米,形状不变。', pick: '选文件', drop: '或把 .geojson、.json 文件拖到这里,最大 20 MB', reading: '正在读取', property: '哪一项是辖区名称', propertyOf: '{name}(对上 {n} 个)',
    matched: '对上 {n} / {all} 个', apply: '采用这 {n} 个边界', applied: '已采用 {n} 个边界', undo: '撤销', redo: '重新采用', undone: '已撤销,原来的边界又有效了', preview: '预览', open: '未处理的', all: '全部边界',
    columns: { no: '序号', label: '文件里的名称', area: '对上的辖区', why: '说明', file: '文件', at: '时间', by: '导入人', state: '状态', count: '对上' },
    by: { code: '按代码', name: '按名称', hand: '手工指定' }, assign: '指定辖区', replaces: '替换现有边界', history: '历次导入', nothing: '还没有导入过边界,一张图先用方块代替。', back: '返回',
    states: { draft: '待采用', applied: '已采用', undone: '已撤销' },
    why: { noName: '没有名称', noSuchArea: '辖区里没有这个名称', severalAreas: '有几个同名的辖区,请指定是哪一个', taken: '这个辖区已对上别的边界' },
    problems: {
      notAPolygon: '不是面,画不出来', notClosed: '边界线首尾没有相接,请在制图软件里闭合后再导入', tooFewPoints: '点太少,围不成面', swapped: '经纬度颠倒了,应当经度在前', outOfRange: '不是经纬度,或不在国内;请导出为经纬度(度)', tooDetailed: '点太多(超过 2 万个),请先简化',
    },
    fine: '{n} 个都能用。', someLeft: '{n} 个没有对上或画不出来,不影响其余的。',
  },
  errors: {
    notGeoJson: '这个文件不是 GeoJSON(要素集合)。请在制图软件里导出为 GeoJSON 再选一次;没有改动任何边界。',
    noFeatures: '文件里一个边界也没有。请检查导出时选的图层,再选一次。',
    tooMany: '文件里有 {n} 个边界,一次最多 {most} 个。请分成几个文件再导入。',
    notInState: '这次导入现在是“{state}”,不能再这样做。请刷新看最新情况。',
    nothingMatched: '一个边界也没有对上辖区,没有可采用的。请换一项名称,或手工指定。',
  },
}
