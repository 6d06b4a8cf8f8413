import { describe, expect, test } from 'vitest'
import { notIssuedItems, shippedItems } from './data.ts'
import { actionsFor, findItems, inClear, itemsInForce, registerPaper, slipPaper, unknownPlaceholders, whyNotApprove, writeText } from './rules.ts'

const all = [...shippedItems, ...notIssuedItems]

/** What people say at the window, and what they mean. */
const SAYINGS: readonly (readonly [string, string])[] = [
  ['证明我妈还活着', 'alive'], ['我爸要开健在证明领养老金', 'alive'], ['单位要证明老人还在世', 'alive'], ['养老金认证手机弄不来', 'alive'],
  ['学校要我证明这孩子是我的', 'kinship'], ['证明我妈是我妈', 'kinship'], ['银行要我和我爸是父子的证明', 'kinship'], ['开个亲属关系', 'kinship'],
  ['身份证上两个名字要证明是同一个人', 'identity'], ['名字写错了一个字', 'identity'], ['开个身份证明', 'identity'],
  ['我要改户口本上的年龄', 'householdRegister'], ['孩子改姓要证明', 'householdRegister'], ['户口变更要社区盖章', 'householdRegister'],
  ['给狗办狗证要社区证明', 'dog'], ['养犬证明', 'dog'], ['证明我家养狗', 'dog'],
  ['单位要无犯罪证明', 'noCrime'], ['孩子当兵政审', 'noCrime'], ['证明我没犯过事', 'noCrime'],
  ['我戒毒期满要证明', 'drugTreatment'], ['社区康复表现证明', 'drugTreatment'],
  ['我老公失踪三年了', 'missing'], ['老人走失了开个证明', 'missing'], ['证明他下落不明', 'missing'],
  ['贷款要单身证明', 'marriage'], ['证明我没结婚', 'marriage'], ['离婚了要证明没有再婚', 'marriage'],
  ['孩子在家生的要出生证', 'birth'], ['出生医学证明丢了', 'birth'], ['开出生证明', 'birth'],
  ['老人在家去世了要死亡证明', 'death'], ['我爷爷过世了销户', 'death'], ['火化要证明', 'death'],
  ['单位请病假要证明', 'illness'], ['证明我得病了', 'illness'], ['大病救助要疾病证明', 'illness'],
  ['证明我是残疾人', 'disability'], ['开残疾证明', 'disability'],
  ['开个婚育证明', 'childbearing'], ['计划生育证明', 'childbearing'], ['证明我是独生子女', 'childbearing'],
  ['证明我没有工作', 'employment'], ['开失业证明', 'employment'], ['贷款要收入证明', 'employment'], ['证明我下岗了', 'employment'],
  ['当过知青要证明', 'personalFile'], ['证明我的工龄', 'personalFile'], ['开档案证明', 'personalFile'],
  ['证明房子是我的', 'property'], ['证明我名下没有房', 'property'], ['家庭经济情况证明', 'property'],
  ['我爸的遗产要继承', 'inheritance'], ['证明我是唯一子女', 'inheritance'],
  ['办营业执照要住所证明', 'businessPremises'], ['我要开店社区盖个章', 'businessPremises'],
  ['身份证丢了要证明', 'lostPapers'], ['驾照丢了', 'lostPapers'], ['结婚证丢了要补', 'lostPapers'],
  ['发票丢了报销要证明', 'lostReceipt'], ['孩子转学要证明', 'schoolTransfer'], ['外出务工要健康证明', 'healthForLeaving'],
  ['租房要居住证明', 'residence'], ['证明我住在这里', 'residence'], ['办喜事借场地', 'ceremony'], ['证明我当过志愿者', 'volunteer'], ['小组分红要证明', 'groupMember'],
]

describe('what is said at the window', () => {
  test.for(SAYINGS)('%s → %s', ([said, code]) => { expect(findItems(all, said)[0]?.code).toBe(code) })
  test('two characters, pinyin or its initials are enough, and what nobody lists is found nowhere', () => {
    const keyed = all.map((item) => ({ ...item, keys: item.code === 'alive' ? ['jianzaizhengming', 'jzzm'] : [] }))
    expect(findItems(all, '健在')[0]?.code).toBe('alive')
    expect(findItems(all, '居住')[0]?.code).toBe('residence')
    expect(findItems(keyed, 'jzz').map(({ code }) => code)).toEqual(['alive'])
    expect(findItems(all, '证明我会游泳')).toEqual([])
    expect(findItems(all, ' ')).toEqual([])
  })
  test('the list of six ministries has its twenty items, each with basis, place, papers and words to say; Hubei adds two', () => {
    const national = notIssuedItems.filter(({ source }) => source === 'national')
    expect(national).toHaveLength(20)
    expect(national.map(({ basis }) => Number(/第(\d+)项$/.exec(basis)?.[1]))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    for (const item of notIssuedItems) expect([item.basis, item.office, item.bring, item.says].every((text) => text.length >= 4), item.code).toBe(true)
    for (const { code } of national) expect(SAYINGS.some(([, meant]) => meant === code), code).toBe(true)
    expect(notIssuedItems.filter(({ source }) => source === 'hubei').map(({ code }) => code)).toEqual(['lostReceipt', 'schoolTransfer'])
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
  })
})

const facts = { name: '罗文秀', sex: '2', birthOn: '1960-05-06', documentWord: '居民身份证', documentMasked: '999***********0021', address: '锦绣小区3幢2单元501', registeredAddress: null, officeName: '新平社区', fullName: '新平街道新平社区', today: '2020-02-26', purpose: '给学校', note: '' }
describe('the text', () => {
  test('is written from the register; what it lacks is named, and what is not asked for does not matter', () => {
    const { text, lacking } = writeText('兹证明{姓名},{性别},{ 证件号码 },{出生日期}生,住{社区名称}{住址},用于{用途}。', facts)
    expect([text, lacking]).toEqual(['兹证明罗文秀,女,999***********0021,1960年5月6日生,住新平社区锦绣小区3幢2单元501,用于给学校。', []])
    expect(writeText('{姓名}户籍{户籍地},{说明}', facts)).toEqual({ text: '罗文秀户籍____,____', lacking: ['户籍地', '说明'] })
    expect(unknownPlaceholders('{姓名}{收入}{收入}')).toEqual(['收入'])
    for (const item of shippedItems) expect(unknownPlaceholders(item.template), item.code).toEqual([])
  })
  test('stands with the number in clear on paper only', () => {
    expect(inClear('号码999***********0021。', '999***********0021', '999999196001100021')).toBe('号码999999196001100021。')
    expect(inClear('没有号码', null, '999999196001100021')).toBe('没有号码')
  })
})

describe('two pairs of eyes', () => {
  const asked = { state: 'waiting', approval: 'second', askedBy: 'a', headId: null } as const
  test('whoever asked does not approve; the head does where it is asked for, unless they asked themselves', () => {
    expect([whyNotApprove(asked, 'a'), whyNotApprove(asked, 'b')]).toEqual(['ownRequest', null])
    const head = { ...asked, approval: 'head', headId: 'h' } as const
    expect([whyNotApprove(head, 'b'), whyNotApprove(head, 'h'), whyNotApprove({ ...head, askedBy: 'h' }, 'b'), whyNotApprove({ ...head, headId: null }, 'b')]).toEqual(['notHead', null, null, null])
  })
  test('each sees what will succeed', () => {
    const by = { accountId: 'a', mayIssue: true, mayApprove: true, today: true }
    expect(actionsFor(asked, by)).toEqual(['takeBack'])
    expect(actionsFor(asked, { ...by, accountId: 'b' })).toEqual(['approve', 'refuse'])
    expect(actionsFor({ ...asked, state: 'issued' }, by)).toEqual(['print', 'void'])
    expect(actionsFor({ ...asked, state: 'referred' }, { ...by, today: false })).toEqual(['print'])
    expect(actionsFor({ ...asked, state: 'void' }, by)).toEqual([])
  })
})

test('an office’s own item stands in the place of the shipped one, the nearest last, and a stopped one stays in view', () => {
  const { example: _example, ...residence } = shippedItems[0] ?? (() => { throw new Error() })()
  const saved = (version: number, over: object, stopped = false) => ({ id: `0${version}`, code: 'residence', version, document: { ...residence, ...over }, stopped, officeName: '街道', savedAt: '2020-02-26T00:00:00.000Z', saverName: '龙' })
  const found = itemsInForce([saved(1, { use: '旧' }), saved(2, { use: '新' }, true)])
  expect(found).toHaveLength(shippedItems.length)
  expect(found[0]).toMatchObject({ code: 'residence', use: '新', version: 2, stopped: true, example: false })
})

test('the slip says where, with what and by which rule, and nobody’s name; a void number stays in the register', () => {
  const alive = notIssuedItems.find(({ code }) => code === 'alive') ?? (() => { throw new Error() })()
  const slip = JSON.stringify(slipPaper({ title: alive.name, says: alive.says, officeTo: alive.office, bring: alive.bring, basis: alive.basis, office: { name: '新平社区', fullName: '', phone: '0876' }, by: '刘', on: '2020-02-26' }))
  for (const text of ['健在证明', '社保经办机构', '社保卡', '民发〔2020〕20号', '第10项']) expect(slip).toContain(text)
  const row = { certificateId: '', officeName: '', code: '', title: '居住情况证明', state: 'void' as const, personId: null, name: '罗文秀', address: '', purpose: '', number: '新平社区证〔2020〕1号', copies: 2, seal: '', said: null, officeTo: null, askedAt: '', askerName: '刘', decidedAt: '2020-02-26T02:00:00.000Z', deciderName: '龙', issuedOn: null, validTo: null, voidedAt: '', voidReason: '写错' }
  expect(JSON.stringify(registerPaper({ office: '新平社区', month: '2020-02', rows: [row] }))).toContain('作废:写错')
})
