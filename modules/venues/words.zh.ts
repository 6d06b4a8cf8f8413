export const zh = {
  title: '公共场所',
  errors: {
    full: '{name} 现在已满({capacity} 人),请在门口等一等,有人出来再扫。',
    closed: '{name} 现在停用,不能进入。请看门口的告示,或联系社区。',
    noCode: '没有这个场所码。可能已经换新,请扫门口最新的海报,或请工作人员登记。',
    nobodyInside: '场内已经没有人,不能再减。请核对人数。',
    wrongPhone: '手机号不对,应为 11 位。请改正后再提交。',
    notTheDay: '只能撤销今天的消毒记录。以前的有误,请另记一条说明。',
  },
  kinds: { supermarket: '商超', market: '农贸市场', restaurant: '餐饮', pharmacy: '药店', office: '办事场所', leisure: '文体场所', other: '其他' },
  agents: { chlorine: '含氯消毒剂', alcohol: '75%酒精', other: '其他' },
  sub: '一人 {n} 平方米,场内人数实时统计;满了请等。', add: '登记场所', trace: '谁在场(流调)',
  list: { name: '场所', inside: '场内', capacity: '最多', visits: '今日进入', overstaying: '停留过久', disinfected: '最近消毒', state: '状态', full: '已满', free: '可进', closed: '停用', overN: '{n} 人超过建议停留', never: '还没有记录', area: '{n} 平方米' },
  empty: '还没有登记公共场所。', emptyHint: '登记商超、市场、餐饮等,打印场所码贴在门口。',
  card: { of: '最多 {n} 人', room: '还能进 {n} 人', full: '已满,请等', in: '进一人', out: '出一人', poster: '场所码海报', edit: '修改', close: '停用', reopen: '恢复', closed: '已停用', reopened: '已恢复', keeper: '看门人', areaOf: '{n} 平方米 · 一人 {per} 平方米', own: '按文件定为 {n} 人', address: '地址', visits: '今日进入 {n} 人次', counted: '已记', stay: '建议停留不超过 {n} 分钟', overstaying: '{n} 人停留过久', large: '大屏' },
  form: { name: '名称', nameNeed: '请填名称', kind: '种类', kindNeed: '请选种类', place: '所在辖区', placeNeed: '请选辖区', address: '地址', squareMetres: '营业面积(平方米)', squareMetresNeed: '请填面积', own: '最多人数(文件另有规定时填)', keeper: '看门人', phone: '看门人电话', save: '保存', saved: '场所已保存' },
  disinfection: { title: '消毒记录', add: '记一次消毒', place: '哪里', placeNeed: '请填哪里', agent: '消毒剂', concentration: '有效氯 mg/L', minutes: '作用分钟', save: '记下', saved: '已记录消毒', none: '今天还没有消毒记录。', line: '{agent}{strength}{time}', strength: ' {n} mg/L', time: ',作用 {n} 分钟' },
  poster: { print: '打印海报(A4)', head: '请扫码进、扫码出', step1: '进门扫码,写姓名和手机号(只写一次)', step2: '里面最多 {n} 人,满了请等', step3: '停留不超过 {n} 分钟,出门再扫一次', foot: '没有手机的,请告诉门口工作人员。信息只用于疫情防控。' },
  tracing: { title: '谁在场(流调)', sub: '只供流行病学调查。查了谁、为什么查,都记入审计。', from: '从', to: '到', reason: '为什么查', reasonNeed: '请写明为什么查', go: '查', phone: '手机号', byVenue: '按场所', byPhone: '按手机号', venue: '场所', venueNeed: '请选场所', nobody: '这段时间没有人。', n: '{n} 人次', noName: '未留姓名(门口计数)', in: '{time} 进', out: '{time} 出', stillIn: '没有扫出', reveal: '看电话' },
  visit: {
    title: '场所码', in: '我要进去', out: '我出来了', name: '姓名', nameNeed: '请填姓名', phone: '手机号', inside: '里面 {inside} 人,最多 {capacity} 人', full: '现在已满,请在门口等一等', stay: '请在 {time} 前出来', stayHint: '建议停留不超过 {n} 分钟', over: '已到建议停留时间,请尽快离开', thanks: '已登记进入', gone: '已登记离开', kept: '姓名和手机号记在这部手机上,下次不用再写。', closed: '现在停用,不能进入', wait: '有人出来就能进,这一页会自动更新。', privacy: '只用于疫情防控,疾控部门流调时才能看到。',
  },
}
