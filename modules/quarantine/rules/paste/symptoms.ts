import { symptoms as codes, type Symptom } from '../../../policies/contract.ts'

/** Words people write for symptoms (WS 363.6 has codes, nobody at the desk uses them), to ours. */
const names: Record<Symptom, readonly string[]> = {
  fever: ['发热', '发烧', '高烧', '低烧', '高热', '低热'],
  dryCough: ['干咳'], cough: ['咳嗽', '咳', '咳痰', '有痰'],
  fatigue: ['乏力', '无力', '没力气', '疲劳', '疲乏', '疲倦', '浑身没劲', '没劲'],
  soreThroat: ['咽痛', '嗓子疼', '嗓子痛', '喉咙痛', '喉咙疼', '咽喉痛', '咽干', '嗓子干'],
  lossOfSmell: ['嗅(味)觉减退', '嗅味觉减退', '嗅觉减退', '味觉减退', '闻不到味', '没味道', '失去嗅觉', '失去味觉'],
  stuffyNose: ['鼻塞', '鼻子堵', '鼻子不通'], runnyNose: ['流涕', '流鼻涕', '鼻涕', '清鼻涕'],
  conjunctivitis: ['结膜炎', '眼红', '红眼', '眼睛红'], muscleAche: ['肌痛', '肌肉酸痛', '肌肉痛', '浑身酸痛', '全身酸痛', '身上疼', '酸痛'],
  diarrhoea: ['腹泻', '拉肚子', '拉稀', '泻肚'], breathless: ['气促', '气短', '呼吸困难', '喘', '气喘', '喘不上气'],
  chestTightness: ['胸闷', '胸痛', '胸口闷'], headache: ['头痛', '头疼'], nausea: ['恶心呕吐', '恶心', '呕吐', '想吐', '吐'],
}
const known = new Map(codes.flatMap((code) => [code, ...names[code]].map((word): [string, Symptom] => [plain(word), code])))
const none = new Set(['无', '没有', '否', '正常', '良好', '健康', '好', '很好', '无症状', '无异常', '没有症状', '没有异常', '未见异常', '无不适', '没有不适', '未出现', '平稳', 'none', 'no', 'n', '0', 'x', '×', '-', '—', '/'].map(plain))
const some = new Set(['有', '是', '有症状', '异常', '不舒服', '不适', '不正常', 'yes', 'y', '1', '√', '✓', '✔'].map(plain))

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s()。.!]/g, '').toLowerCase()
}

/** `无` → none of them; `干咳、乏力` → two codes; `有` says nothing; a word nobody knows is returned as it was written. */
export function readSymptoms(cell: string): { symptoms: Symptom[] } | { unnamed: true } | { unknown: string } {
  const whole = plain(cell)
  if (whole === '' || none.has(whole)) return { symptoms: [] }
  if (some.has(whole)) return { unnamed: true }
  const found = new Set<Symptom>()
  const first = known.get(whole)
  const words = first ? [cell] : cell.split(/[、,,;;/\s|+和及]+/).filter((word) => plain(word) !== '')
  for (const word of words) {
    const read = readWord(plain(word))
    if (read === undefined) return { unknown: word.trim().slice(0, 20) }
    if (read !== 'none') found.add(read)
  }
  return { symptoms: [...found] }
}

function readWord(word: string): Symptom | 'none' | undefined {
  if (none.has(word)) return 'none'
  const bare = word.replace(/^有?(点儿|点|些|轻微|轻度|稍微|稍|少许|偶尔|偶有|略|微)?/, '')
  const code = known.get(word) ?? known.get(bare)
  if (code) return code
  const denied = /^(无|没有|没|不|未见|未)(.+)$/.exec(word)
  return denied && known.has(denied[2] ?? '') ? 'none' : undefined
}
