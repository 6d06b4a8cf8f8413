/** The words of official paper. These forms are Chinese in whatever language the screen speaks. */
export const terms = {
  measures: { centralQuarantine: '集中隔离', homeQuarantine: '居家隔离', homeMonitoring: '居家健康监测', healthMonitoring: '健康监测', selfMonitoring: '自我健康监测' },
  sexes: { '0': '', '1': '男', '2': '女', '9': '' },
  documentKinds: { residentId: '居民身份证', hkMacauPermit: '港澳居民居住证', taiwanPermit: '台湾居民居住证', foreignPermit: '外国人永居证', passport: '护照', other: '其他证件', none: '无证件' },
  windows: { morning: '上午', afternoon: '下午', evening: '晚上' },
  symptoms: {
    fever: '发热', dryCough: '干咳', cough: '咳嗽', fatigue: '乏力', soreThroat: '咽痛', lossOfSmell: '嗅(味)觉减退', stuffyNose: '鼻塞', runnyNose: '流涕', conjunctivitis: '结膜炎', muscleAche: '肌痛',
    diarrhoea: '腹泻', breathless: '气促', chestTightness: '胸闷', headache: '头痛', nausea: '恶心呕吐',
  },
  channels: { self: '本人', worker: '社区', doctor: '医生', visit: '上门' },
  results: { negative: '阴性', positive: '阳性' },
  states: { active: '在管', released: '已解除', hospital: '已转送医', movedOut: '已转出', cancelled: '已撤销' },
  purposes: { returnHome: '返家', visitFamily: '探亲', work: '务工', study: '上学', medical: '就医', business: '出差', travel: '旅游', transit: '路过', other: '其他' },
  transports: { car: '自驾', train: '火车', coach: '客车', plane: '飞机', ship: '轮船', onFoot: '步行骑车', other: '其他' },
  contacts: { none: '无', general: '待判定', close: '密接', secondary: '次密接' },
  outcomes: { wrongInformation: '信息有误', notLivingHere: '不在本地居住', periodPast: '已超观察期', onlyPassedThrough: '途经未停留', other: '其他' },
  screeningStates: { toVerify: '待核实', managed: '已纳管', notManaged: '不纳管', handedOver: '已移交', joined: '已合并' },
  visitors: { doctor: '医生', worker: '社区工作者', property: '物业' },
  ordinals: '一二三四五六七八九十',
} as const

/** The word for a code; a code nobody named stands as it is. */
export const term = (of: Readonly<Record<string, string>>, code: string | null | undefined): string => (code ? (of[code] ?? code) : '')
