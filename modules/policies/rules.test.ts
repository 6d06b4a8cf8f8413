import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/dates.ts'
import { contactKinds, measures, policyDocument, symptoms, type Measure, type MeasureRule, type PolicyDocument, type PolicyEdition, type ScreeningFacts, type Stage } from './contract.ts'
import { shippedPolicies } from './data.ts'
import { chooseInForce, decide, differences, extendStages, readTemperature, undecided } from './rules.ts'

const NOW = '2020-02-26T06:00:00.000Z'
const edition = (name: keyof typeof shippedPolicies, id = '01890000-0000-7000-8000-000000000001'): PolicyEdition => ({
  id, edition: 1, state: 'published', scopeAreaId: id, scopePath: '/1/', inForceFrom: '2020-01-25T00:00:00.000Z', inForceTo: null,
  publishedAt: NOW, publishedByName: null, ...shippedPolicies[name],
})
const facts = (over: Partial<ScreeningFacts> = {}): ScreeningFacts => ({
  homeCode: '532601', originCode: '510104', originAbroad: false, originName: '四川省', arrivedOn: '2020-02-21', contact: 'none', symptoms: [], reportedAt: NOW, ...over,
})
const by = (over: Partial<ScreeningFacts> = {}) => decide(facts(over), edition('reportOne'), NOW)

describe('report 1', () => {
  test.for([
    ['武汉市', { originCode: '420102' }, 'centralQuarantine', 'hubei'],
    ['another province', { originCode: '510104' }, 'homeQuarantine', 'otherProvince'],
    ['elsewhere in the province', { originCode: '530102' }, 'homeMonitoring', 'sameProvince'],
    ['the same city', { originCode: '532601' }, null, 'sameCity'],
    ['abroad', { originCode: null, originAbroad: true }, 'centralQuarantine', 'abroad'],
    ['nobody knows where', { originCode: null }, 'homeQuarantine', 'otherProvince'],
  ] as const)('somebody from %s', ([, over, measure, originClass]) => {
    expect(by(over)).toMatchObject({ measure, originClass, outcome: measure ? 'manage' : 'none' })
  })

  test('fourteen days from arrival: day 0 is the day of arrival, released after day 14', () => {
    expect(by()).toMatchObject({ anchorOn: '2020-02-21', startsOn: '2020-02-21', endsOn: '2020-03-06' })
  })

  test('the sentence names day, origin, order, clause and measure in both languages', () => {
    expect(by().because.zh).toBe('2月21日自四川省到达,属其他省份,按指挥部令第3号第二条居家隔离14天,医生上门测温。')
    expect(by().because.en).toContain('Arrived on 21 Feb')
  })

  test('fever is a lead with a clock and never a diagnosis', () => {
    expect(by({ temperature: 37.3 }).lead).toEqual({ kind: 'fever', dueMinutes: 120 })
    expect(by({ temperature: 37.2 }).lead).toBeNull()
    expect(by({ symptoms: ['dryCough'] }).lead?.kind).toBe('symptom')
  })
})

test('37.3 is a fever, 37.2 is not, below 35 and above 42 the device is wrong', () => {
  const { document } = edition('reportOne')
  expect([34.9, 35, 37.2, 37.3, 42, 42.1].map((t) => readTemperature(document, t))).toEqual(['deviceError', 'normal', 'normal', 'fever', 'fever', 'deviceError'])
})

test('the 9th edition keeps a close contact 7 days centrally and 3 days at home, with tests on the given days', () => {
  const { stages } = decide(facts({ contact: 'close', lastExposureOn: '2022-07-01', arrivedOn: '2022-07-03' }), edition('ninthEdition'), NOW)
  expect(stages.map((s) => [s.measure, s.startsOn, s.endsOn])).toEqual([['centralQuarantine', '2022-07-01', '2022-07-08'], ['homeMonitoring', '2022-07-09', '2022-07-11']])
  expect(stages[0]?.testsOn).toEqual(['2022-07-02', '2022-07-03', '2022-07-04', '2022-07-06', '2022-07-08'])
})

test('the twenty articles no longer judge contacts of contacts', () => {
  expect(decide(facts({ contact: 'secondary' }), edition('twentyArticles'), NOW).outcome).toBe('none')
})

describe('every shipped policy', () => {
  test.for(Object.keys(shippedPolicies) as (keyof typeof shippedPolicies)[])('%s is valid and decides every combination', (name) => {
    expect(policyDocument.safeParse(shippedPolicies[name].document).error).toBeUndefined()
    expect(undecided(shippedPolicies[name].document)).toEqual([])
    expect(shippedPolicies[name].document.source.length).toBeGreaterThan(10)
  })
})

const anyFacts: fc.Arbitrary<ScreeningFacts> = fc.record({
  homeCode: fc.constant('532601'),
  originCode: fc.oneof(fc.constant(null), fc.integer({ min: 110000, max: 659999 }).map(String)),
  originAbroad: fc.boolean(), originName: fc.constant(''),
  arrivedOn: fc.integer({ min: 0, max: 900 }).map((n) => addDays('2020-01-20', n)),
  contact: fc.constantFrom(...contactKinds), symptoms: fc.subarray([...symptoms]), reportedAt: fc.constant(NOW),
})

test('the same facts give the same decision, and every decision has its sentence', () => {
  fc.assert(fc.property(anyFacts, fc.constantFrom('reportOne', 'ninthEdition', 'twentyArticles' as const), (f, name) => {
    const first = decide(f, edition(name as 'reportOne'), NOW)
    expect(decide(structuredClone(f), edition(name as 'reportOne'), '2030-01-01T00:00:00.000Z')).toEqual(first)
    expect(first.because.zh.endsWith('。') && first.because.en.length > 20 && first.endsOn >= first.startsOn).toBe(true)
  }))
})

test('a later edition never rewrites an earlier decision: it is recomputed from its own facts and edition', () => {
  const earlier = edition('ninthEdition')
  const later = edition('twentyArticles', '01890000-0000-7000-8000-000000000002')
  fc.assert(fc.property(anyFacts, (f) => {
    const kept = decide(f, earlier, NOW)
    decide(f, later, NOW)
    expect(decide(f, earlier, NOW)).toEqual(kept)
    expect(kept.policyId).toBe(earlier.id)
  }))
})

test('a new exposure extends, never shortens and never loosens: from today on the stricter of both holds on every day, whichever ends later, and the past stays as it was', () => {
  const orders = ['reportOne', 'ninthEdition'] as const
  const measureOn = (stages: readonly Stage[], day: string) => stages.findLast((s) => s.startsOn <= day && day <= s.endsOn)?.measure
  const rank = (measure: Measure | undefined) => (measure === undefined ? measures.length : measures.indexOf(measure))
  fc.assert(fc.property(anyFacts, anyFacts, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.constantFrom(...orders), (a, b, later, passed, name) => {
    const one = decide(a, edition(name), NOW).stages
    const two = decide({ ...b, arrivedOn: addDays(a.arrivedOn, later), lastExposureOn: addDays(a.arrivedOn, later) }, edition(name), NOW).stages
    const today = addDays(a.arrivedOn, passed)
    const merged = extendStages(one, two, today)
    const end = (stages: readonly Stage[]) => stages.at(-1)?.endsOn ?? ''
    expect(end(merged)).toBe(end(one) > end(two) ? end(one) : end(two))
    for (let day = a.arrivedOn; day <= end(merged); day = addDays(day, 1)) {
      const [was, will, is] = [rank(measureOn(one, day)), rank(measureOn(two, day)), rank(measureOn(merged, day))]
      const bothGone = end(two) < today && end(two) <= end(one)
      expect(is).toBe(bothGone || (day < today && was < measures.length) ? was : Math.min(was, will))
    }
    expect(extendStages(merged, two, today), 'the same again changes nothing').toEqual(merged)
  }))
})

test('a close contact in central quarantine stays there when a further contact is found, and goes on at home where that ends later', () => {
  const of = (contact: 'close' | 'secondary', on: string) => decide(facts({ contact, arrivedOn: on, lastExposureOn: on }), edition('ninthEdition'), NOW).stages
  const merged = extendStages(of('close', '2022-07-01'), of('secondary', '2022-07-05'), '2022-07-05')
  expect(merged.map((s) => [s.measure, s.startsOn, s.endsOn, s.days])).toEqual([['centralQuarantine', '2022-07-01', '2022-07-08', 7], ['homeQuarantine', '2022-07-09', '2022-07-12', 4]])
  expect(merged.flatMap((s) => s.testsOn)).toEqual(['02', '03', '04', '06', '08', '09', '11', '12'].map((d) => `2022-07-${d}`))
})

test('a close contact found among those who arrived is in central quarantine to its end, and goes on at home to the end of the arrival', () => {
  const of = (contact: 'close' | 'none', on: string) => decide(facts({ contact, originCode: '510104', arrivedOn: on, lastExposureOn: on }), edition('reportOne'), NOW).stages
  const merged = extendStages(of('none', '2020-02-21'), of('close', '2020-02-19'), '2020-02-24')
  expect(merged.map((s) => [s.measure, s.startsOn, s.endsOn])).toEqual([
    ['homeQuarantine', '2020-02-21', '2020-02-23'], ['centralQuarantine', '2020-02-24', '2020-03-04'], ['homeQuarantine', '2020-03-05', '2020-03-06'],
  ])
  expect(extendStages(merged, of('close', '2020-01-30'), '2020-02-24'), 'one whose period is over adds nothing').toEqual(merged)
})

test('the nearest scope wins, then the newest in force', () => {
  const p = (id: string, scopePath: string, inForceFrom: string, inForceTo: string | null = null) => ({ id, scopePath, inForceFrom, inForceTo, state: 'published' })
  const all = [p('city', '/1/', '2020-02-01'), p('old', '/1/2/', '2020-01-01'), p('new', '/1/2/', '2020-02-10'), p('ended', '/1/2/3/', '2020-01-01', '2020-02-01'), p('elsewhere', '/9/', '2020-02-20')]
  const { chosen, others } = chooseInForce(all, '/1/2/3/', '2020-02-26')
  expect(chosen?.id).toBe('new')
  expect(others.map((o) => [o.policy.id, o.lostBecause])).toEqual([['old', 'older'], ['city', 'widerScope'], ['ended', 'ended']])
})

describe('what another edition would do otherwise', () => {
  const base = shippedPolicies.reportOne.document
  const rulesWith = (id: string, change: Partial<MeasureRule>): PolicyDocument => ({ ...base, rules: base.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) })
  const days = (n: number): MeasureRule['stages'] => [{ measure: 'homeQuarantine', days: n, testsOnDays: [], visits: [] }]

  test('an edition differs in nothing from itself, nor from one that says the same in other words and another order', () => {
    expect(differences(base, base)).toEqual([])
    const [first, ...others] = base.rules
    const reworded = { ...base, rules: [{ ...(first as MeasureRule), clause: '第九条', id: 'x' }, ...others.toReversed()] }
    expect(differences(base, reworded)).toEqual([])
  })

  test('a shorter period is one line that names the origin and every case but close contacts, who have a rule of their own', () => {
    const [line, ...more] = differences(base, rulesWith('otherProvince', { stages: days(7) }))
    expect(more).toEqual([])
    expect(line).toMatchObject({ part: 'measure', cases: { contacts: ['none', 'secondary', 'general'] }, before: { stages: [{ days: 14 }] }, after: { stages: [{ days: 7 }] } })
    expect(line?.part === 'measure' && line.origins.map((o) => o.id)).toEqual(['otherProvince'])
  })

  test('origins that change alike stand in one line, and what holds only with symptoms says so', () => {
    const rule: MeasureRule = { id: 'ill', clause: '第五条', when: { origin: ['otherProvince', 'sameProvince'], symptom: true, contact: ['none'] }, anchor: 'arrival', household: 'together', stages: days(3), says: { zh: '先观察', en: 'watched' } }
    const [line, ...more] = differences(base, { ...base, rules: [rule, ...base.rules] })
    // Two origins, two former measures: two lines.
    expect(more).toHaveLength(1)
    expect(line).toMatchObject({ part: 'measure', cases: { contacts: ['none'], symptom: true }, after: { household: 'together' } })
  })

  test('risk areas, windows, thresholds, release and deadlines are each told', () => {
    const after: PolicyDocument = {
      ...base, riskAreas: [], checkWindows: base.checkWindows.slice(0, 1), temperature: { ...base.temperature, fever: 37.5 },
      release: { requires: ['periodOver', 'confirmed'], confirmBy: ['districtCommand', 'cdc'] }, report: { minutesPerLevel: 60, cutOff: '18:00' }, retroactive: true,
    }
    expect(differences(base, after).map((d) => (d.part === 'value' ? d.name : d.part === 'release' ? d.what : d.part)))
      .toEqual(['riskArea', 'window', 'requires', 'confirmBy', 'fever', 'cutOff', 'retroactive'])
  })

  test('a new origin class is told once, without the measures it brings', () => {
    const after = { ...base, originClasses: [{ id: 'border', name: { zh: '边境', en: 'the border' }, match: { codes: ['5326'] } }, ...base.originClasses] }
    expect(differences(base, after).map((d) => d.part)).toEqual(['originClass'])
  })

  test('between any two of the shipped orders, no difference means that everything is decided alike', () => {
    const all = Object.values(shippedPolicies)
    for (const one of all) for (const other of all) expect(differences(one.document, other.document).length === 0).toBe(one === other)
  })
})
