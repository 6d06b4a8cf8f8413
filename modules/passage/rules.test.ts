import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../kernel/dates.ts'
import { addWords } from '../../ui/words.ts'
import { formatsOf } from '../../ui/format.ts'
import { reasonWords, warningWords } from '../../ui/passage-words.ts'
import { sayIn } from '../../ui/words.ts'
import { measures, passageGrades, passagePurposes } from '../policies/contract.ts'
import { reportOne } from '../policies/data/report-one.ts'
import { en as quarantineEn } from '../quarantine/words.en.ts'
import { zh as quarantineZh } from '../quarantine/words.zh.ts'
import { codeColour, companionKinds, emergencies, gateKinds, identity, passageFacts, passStates, specialVehicles, type PassageDecision, type PassageFacts, type PassagePolicy } from './contract.ts'
import { decidePassage, factsOf, findBrokenQuotas, identityOwed, findStoppedPasses, livesBehind, memberNames, warningsSaid, whoPassed, type PassShown, type PatternEvent, type TurnsTaken } from './rules.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const NOW = '2020-02-26T06:00:00.000Z'
const policy: PassagePolicy = { policyId: '01890000-0000-7000-8000-000000000001', orderNo: '指挥部令第3号', temperature: reportOne.temperature, feverLeadMinutes: 120, passage: reportOne.passage ?? null }
const home: NonNullable<PassageFacts['household']> = { outside: false, managed: [], leadOpen: null, exits: [], outSince: null }
const gate: PassageFacts['gate'] = { kind: 'compound', ways: 'both', hours: null, closedBy: null, elsewhere: null }
const facts = (over: Partial<PassageFacts> = {}): PassageFacts => ({
  direction: 'out', gate, grade: 'open', emergency: null, purpose: 'shopping', identity: 'same', household: home,
  pass: { state: 'valid', until: '2020-03-31' }, elsewhere: false, vehicle: null, visitor: null, certificate: null, temperature: 36.4, companions: [], code: null, held: null, ...over,
})
const decided = (over: Partial<PassageFacts> = {}, by: PassagePolicy | null = policy) => decidePassage(facts(over), by, NOW)
const managed = (measure: 'homeQuarantine' | 'homeMonitoring' | 'centralQuarantine', self: boolean | null = null) =>
  ({ household: { ...home, managed: [{ measure, startsOn: '2020-02-22', endsOn: '2020-03-06', self }] } })
const stranger = { household: null, pass: null, purpose: null }
const hoursAgo = (n: number) => new Date(Date.parse(NOW) - n * 3600_000).toISOString()

const wentOut: PatternEvent = {
  eventId: 'e', at: hoursAgo(0), gateId: 'g', gateName: '东门', gateKind: 'compound', areaPath: '/1/', direction: 'out', outcome: 'allow', subject: 'household', subjectKey: 'household h', householdId: 'h', personId: null, emergency: null, special: null, escorted: false,
  code: 'quotaFree', params: {},
}

describe('in the order of the plan, each case with its answer and its reason', () => {
  test.for<[string, Partial<PassageFacts>, PassageDecision['outcome'], string]>([
    ['somebody goes shopping for the first time in two days', {}, 'allow', 'quotaFree'],
    ['somebody comes home', { direction: 'in' }, 'allow', 'home'],
    ['the pass is somebody else’s', { identity: 'differs' }, 'refuse', 'notTheHolder'],
    ['the household is in home quarantine', managed('homeQuarantine'), 'refuse', 'quarantine'],
    ['the one who is in home quarantine', managed('homeQuarantine', true), 'refuse', 'quarantineSelf'],
    ['somebody of a quarantined household stands outside', { direction: 'in', ...managed('homeQuarantine') }, 'refer', 'quarantineReturns'],
    ['escorted to the hospital, as decided before', { ...managed('homeQuarantine', true), certificate: { number: '12', kind: 'medical', escorted: true } }, 'allow', 'certificate'],
    ['a monitored person without having asked', managed('homeMonitoring', true), 'refuse', 'approvalNeeded'],
    ['a monitored person with a certificate', { ...managed('homeMonitoring', true), certificate: { number: '12', kind: 'medical', escorted: false } }, 'allow', 'certificate'],
    ['another one of a monitored person’s household', managed('homeMonitoring', false), 'allow', 'quotaFree'],
    ['somebody whose lead is open', { household: { ...home, leadOpen: { self: true } } }, 'refer', 'leadOpen'],
    ['a red code', { code: 'red' }, 'refer', 'codeRed'],
    ['a yellow code comes home', { code: 'yellow', direction: 'in' }, 'allow', 'home'],
    ['37.3 ℃', { temperature: 37.3 }, 'refer', 'fever'],
    ['37.2 ℃', { temperature: 37.2 }, 'allow', 'quotaFree'],
    ['nobody has measured', { temperature: null }, 'refuse', 'measureFirst'],
    ['a cold device', { temperature: 31.2 }, 'refuse', 'measureAgain'],
    ['a grandson with a fever', { companions: [{ kind: 'child', temperature: 38.1 }] }, 'refer', 'companionFever'],
    ['a grandmother nobody measured', { companions: [{ kind: 'elder' }] }, 'refuse', 'measureCompanions'],
    ['with grandmother and grandson along', { companions: [{ kind: 'elder', temperature: 36.2 }, { kind: 'child', temperature: 36.5 }] }, 'allow', 'quotaFree'],
    ['two adults of a household', { companions: [{ kind: 'adult', temperature: 36.2 }] }, 'refuse', 'tooMany'],
    ['a pass of last month', { pass: { state: 'expired', until: '2020-02-20' } }, 'refuse', 'passExpired'],
    ['home with the old pass', { pass: { state: 'replaced', until: null }, direction: 'in' }, 'allow', 'home'],
    ['found by the room number, without paper', { pass: null }, 'allow', 'quotaFree'],
    ['a stranger goes out where passes are asked for', stranger, 'refuse', 'noPass'],
    ['a car without a pass', { vehicle: { plate: '云H12345', special: null, pass: null } }, 'refuse', 'noVehiclePass'],
    ['a car with one', { vehicle: { plate: '云H12345', special: null, pass: 'valid' } }, 'allow', 'vehiclePass'],
    ['an ambulance', { ...stranger, vehicle: { plate: '云HA0120', special: 'ambulance', pass: null }, temperature: null, direction: 'in' }, 'allow', 'special'],
    ['a closed gate beside an open one', { gate: { ...gate, closedBy: '通告第7号', elsewhere: '东门' } }, 'refuse', 'gateClosed'],
    ['home through the only gate, though closed', { direction: 'in', gate: { ...gate, closedBy: '通告第7号' } }, 'allow', 'home'],
    ['before the gate opens', { gate: { ...gate, hours: { from: '14:30', to: '20:00' }, elsewhere: '东门' } }, 'refuse', 'outsideHours'],
    ['ten minutes before, which the order tolerates', { gate: { ...gate, hours: { from: '14:10', to: '20:00' }, elsewhere: '东门' } }, 'allow', 'quotaFree'],
    ['open over midnight', { gate: { ...gate, hours: { from: '20:00', to: '06:00' }, elsewhere: '东门' } }, 'refuse', 'outsideHours'],
    ['shopping from a lockdown zone', { grade: 'lockdown' }, 'refuse', 'lockdown'],
    ['shopping from a control zone', { grade: 'control' }, 'refuse', 'purposeOnly'],
    ['to the doctor from a control zone', { grade: 'control', purpose: 'medical' }, 'allow', 'exempt'],
    ['a visitor the household has confirmed', { ...stranger, direction: 'in', visitor: { confirmed: true } }, 'allow', 'visitorConfirmed'],
    ['a visitor nobody expects', { ...stranger, direction: 'in', visitor: { confirmed: false } }, 'refuse', 'visitorNotConfirmed'],
    ['a confirmed visitor to a control zone', { ...stranger, direction: 'in', grade: 'control', visitor: { confirmed: true } }, 'refuse', 'visitorsRefused'],
    ['a resident of another place, with a good pass of theirs', { direction: 'in', elsewhere: true, household: { ...home, outside: true, outSince: hoursAgo(3) } }, 'refuse', 'passElsewhere'],
    ['the same leaves, whatever was used at home', { elsewhere: true, household: { ...home, outside: true, exits: [hoursAgo(1)] } }, 'allow', 'visitorLeaves'],
    ['the same comes to a control zone', { direction: 'in', grade: 'control', elsewhere: true, household: { ...home, outside: true } }, 'refuse', 'visitorsRefused'],
    ['the same drives in by the pass of the car', { direction: 'in', household: { ...home, outside: true }, vehicle: { plate: '云H12345', special: null, pass: 'valid' } }, 'allow', 'vehiclePass'],
    ['the same in quarantine', { direction: 'in', elsewhere: true, household: { ...managed('homeQuarantine').household, outside: true } }, 'refer', 'quarantineReturns'],
    ['a stranger who is in quarantine elsewhere, before anybody measures', { ...stranger, direction: 'in', temperature: null, held: { call: '二号社区 2120000', sure: true } }, 'refer', 'quarantineElsewhere'],
    ['the same, on the way out', { ...stranger, held: { call: '二号社区 2120000', sure: true } }, 'refer', 'quarantineElsewhere'],
    ['the same in an emergency', { ...stranger, emergency: 'illness', held: { call: '二号社区 2120000', sure: true } }, 'allow', 'emergency'],
    ['a stranger of whom only the name is the same', { ...stranger, direction: 'in', visitor: { confirmed: true }, held: { call: '二号社区 2120000', sure: false } }, 'allow', 'visitorConfirmed'],
    ['a car with a pass of another community', { ...stranger, direction: 'in', elsewhere: true, vehicle: { plate: '云H12345', special: null, pass: 'otherCommunity' } }, 'refuse', 'vehicleElsewhere'],
    ['a lorry with a pass brings food into a lockdown zone', { ...stranger, direction: 'in', grade: 'lockdown', purpose: 'supply', vehicle: { plate: '云H12345', special: null, pass: 'valid' } }, 'allow', 'vehiclePass'],
    ['a car with a pass comes there for anything else', { ...stranger, direction: 'in', grade: 'lockdown', purpose: 'work', vehicle: { plate: '云H12345', special: null, pass: 'valid' } }, 'refuse', 'vehiclesRefused'],
    ['food without a pass', { ...stranger, direction: 'in', grade: 'lockdown', purpose: 'supply', vehicle: { plate: '云H12345', special: null, pass: null } }, 'refuse', 'vehiclesRefused'],
    ['who lives there drives out, whatever for', { grade: 'lockdown', purpose: 'supply', vehicle: { plate: '云H12345', special: null, pass: 'valid' } }, 'refuse', 'lockdown'],
    ['a visitor goes home', { ...stranger, visitor: { confirmed: false } }, 'allow', 'visitorLeaves'],
    ['the second time within 48 hours', { household: { ...home, exits: [hoursAgo(47)] } }, 'refuse', 'quotaUsed'],
    ['on the same trip at the checkpoint of the road', { gate: { ...gate, kind: 'road' }, household: { ...home, exits: [hoursAgo(0.25)] } }, 'allow', 'free'],
    ['the second time after 48 hours', { household: { ...home, exits: [hoursAgo(48)] } }, 'allow', 'quotaFree'],
    ['to work, however often', { purpose: 'work', household: { ...home, exits: [hoursAgo(5)] } }, 'allow', 'exempt'],
  ])('%s', ([, over, outcome, code]) => {
    const d = decided(over)
    expect([d.outcome, d.reason.code]).toEqual([outcome, code])
  })

  test('by calendar days, the day before yesterday is over at midnight', () => {
    const rules = { ...policy, passage: reportOne.passage ? { ...reportOne.passage, quota: { persons: 1, days: 2, counting: 'calendarDays' as const } } : null }
    expect(decided({ household: { ...home, exits: [hoursAgo(39)] } }, rules).outcome, '24 February 23:00, two calendar days ago').toBe('allow')
    expect(decided({ household: { ...home, exits: [hoursAgo(37)] } }, rules).reason).toMatchObject({ code: 'quotaUsed', params: { next: '2020-02-26T16:00:00.000Z' } })
  })

  test('where two of a household may go, also one after the other, the third is turned back until the first turn is over', () => {
    const two = { ...policy, passage: reportOne.passage ? { ...reportOne.passage, quota: { persons: 2, days: 1, counting: 'hours' as const } } : null }
    const out = (exits: string[], companions: PassageFacts['companions'] = []) => decided({ household: { ...home, exits }, companions }, two)
    const along = [{ kind: 'adult' as const, temperature: 36.2 }]
    expect([out([], along).outcome, out([hoursAgo(1)]).outcome, out([hoursAgo(1)], along).reason.code]).toEqual(['allow', 'allow', 'quotaUsed'])
    expect(out([hoursAgo(1), hoursAgo(20)]).reason).toMatchObject({ code: 'quotaUsed', params: { last: hoursAgo(1), next: hoursAgo(-4) } })
    expect(out([hoursAgo(1), hoursAgo(20)], along).reason).toMatchObject({ params: { next: hoursAgo(-23) } })
  })

  test('whichever exit arrived first, the one that went beyond its own order broke the quota, once', () => {
    const exit = (eventId: string, at: string, more: Partial<TurnsTaken> = {}): TurnsTaken => ({ ...wentOut, eventId, at, turns: 1, quota: { persons: 1, days: 2, counting: 'hours' }, ...more })
    const broken = (...exits: TurnsTaken[]) => findBrokenQuotas(exits).map((f) => [f.foundBy, f.at, f.eventIds.join(' ')])
    expect(broken(exit('b', hoursAgo(1)), exit('a', hoursAgo(2)))).toEqual([['quotaBroken b', hoursAgo(1), 'a b']])
    expect(broken(exit('c', hoursAgo(0)), exit('b', hoursAgo(47)), exit('a', hoursAgo(49)))).toEqual([['quotaBroken b', hoursAgo(47), 'a b'], ['quotaBroken c', hoursAgo(0), 'b c']])
    expect(broken(exit('b', hoursAgo(0)), exit('a', hoursAgo(48))), 'the first turn is over').toEqual([])
    expect(broken(exit('b', hoursAgo(1)), exit('a', hoursAgo(2), { householdId: 'other' })), 'two households').toEqual([])
    expect(broken(exit('a', hoursAgo(1), { turns: 2 })), 'two went together').toEqual([['quotaBroken a', hoursAgo(1), 'a']])
    const two = { persons: 2, days: 2, counting: 'hours' as const }
    expect(broken(exit('b', hoursAgo(1), { quota: two }), exit('a', hoursAgo(2))), 'the order that held by then allows two').toEqual([])
    expect(broken(exit('b', hoursAgo(1), { code: 'quarantine' }), exit('a', hoursAgo(2))), 'that is said as the quarantine').toEqual([])
  })

  test('let through by a pass that was stopped before is found where a pass is asked for, and nobody is told of who comes home', () => {
    const shown = (more: Partial<PassShown> = {}): PassShown => ({ ...wentOut, subject: 'household', stop: 'revoked', since: hoursAgo(1), ...more })
    const kinds = (one: PassShown) => findStoppedPasses([one]).map((f) => f.params['passState'])
    expect(kinds(shown())).toEqual(['revoked'])
    expect(kinds(shown({ since: hoursAgo(-1) })), 'stopped only afterwards').toEqual([])
    expect(kinds(shown({ direction: 'in' })), 'comes home').toEqual([])
    expect(kinds(shown({ code: 'quarantine', stop: 'suspended' })), 'said as the quarantine').toEqual([])
    const visitor = { subject: 'visitor', householdId: null } as const
    expect(kinds(shown({ subject: 'visitor', direction: 'in' })), 'home elsewhere').toEqual(['revoked'])
    expect([kinds(shown({ ...visitor, direction: 'in' })), kinds(shown(visitor))], 'the code is asked for on the way in').toEqual([['revoked'], []])
  })

  test('a fever is a lead for the health centre within the order’s time, also where the emergency passes', () => {
    expect(decided({ temperature: 38.4 }).lead).toEqual({ kind: 'fever', dueMinutes: 120, temperature: 38.4 })
    const birth = decided({ emergency: 'birth', temperature: 38.4, ...managed('homeQuarantine', true) })
    expect([birth.outcome, birth.lead?.temperature, birth.warnings[0]]).toEqual(['allow', 38.4, { code: 'stopped', params: { measure: 'homeQuarantine', day: 5, until: '2020-03-06', reason: 'quarantineSelf' } }])
  })

  test('where the order says nothing of gates, only quarantine keeps people in; without any order the community decides', () => {
    const silent = { ...policy, passage: null }
    expect([decided({ household: { ...home, exits: [hoursAgo(1)] }, pass: null }, silent).reason.code, decided(managed('homeQuarantine'), silent).reason.code]).toEqual(['free', 'quarantine'])
    expect([decided({}, null).outcome, decided({ emergency: 'fire' }, null).outcome]).toEqual(['refer', 'allow'])
  })
})

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const day = fc.integer({ min: -20, max: 20 }).map((n) => addDays(dayOf(NOW), n))
const self = oneOf([true, false, null])
const celsius = fc.integer({ min: 300, max: 430 }).map((n) => n / 10)
const anyFacts: fc.Arbitrary<PassageFacts> = fc.record({
  direction: oneOf(['in', 'out'] as const),
  gate: fc.record({ kind: oneOf(gateKinds), ways: oneOf(['both', 'in', 'out'] as const), hours: oneOf([null, { from: '06:00', to: '12:00' }]), closedBy: oneOf([null, '通告第7号']), elsewhere: oneOf([null, '东门']) }),
  grade: oneOf(passageGrades), emergency: fc.option(oneOf(emergencies), { freq: 1 }), purpose: fc.option(oneOf(passagePurposes)), identity: oneOf(identity.options),
  household: fc.option(fc.record({
    outside: fc.boolean(), managed: fc.array(fc.record({ measure: oneOf(measures), startsOn: day, endsOn: day, self }), { maxLength: 3 }), leadOpen: fc.option(fc.record({ self })),
    exits: fc.array(fc.integer({ min: 0, max: 90 }).map(hoursAgo), { maxLength: 3 }), outSince: fc.option(fc.integer({ min: 0, max: 90 }).map(hoursAgo)),
  })),
  pass: fc.option(fc.record({ state: oneOf(passStates), until: fc.option(day) })),
  elsewhere: fc.boolean(), vehicle: fc.option(fc.record({ plate: fc.constant('云H12345'), special: fc.option(oneOf(specialVehicles)), pass: fc.option(oneOf(passStates)) })),
  visitor: fc.option(fc.record({ confirmed: fc.boolean() })), certificate: fc.option(fc.record({ number: fc.constant('7'), kind: oneOf(['medical', 'migrantWork'] as const), escorted: fc.boolean() })),
  temperature: fc.option(celsius), companions: fc.array(fc.record({ kind: oneOf(companionKinds), temperature: celsius }), { maxLength: 2 }), code: fc.option(oneOf(codeColour.options)),
  held: fc.option(fc.record({ call: fc.constant('0876 2120000'), sure: fc.boolean() })),
})
const anyPolicy = oneOf([policy, { ...policy, passage: null }, null])

describe('whatever the facts', () => {
  const every = (holds: (f: PassageFacts, d: PassageDecision) => void) =>
    fc.assert(fc.property(anyFacts, anyPolicy, (f, p) => { holds(f, decidePassage(f, p, NOW)) }), { numRuns: 200 })

  test('an emergency and a special vehicle are never held up', () => {
    every((f, d) => { if (f.emergency !== null || f.vehicle?.special) expect(d.outcome).toBe('allow') })
  })

  test('a household in quarantine is never allowed without an emergency, or the escort to the doctor that was decided before', () => {
    every((f, d) => {
      const held = (f.held?.sure || f.household?.managed.some((m) => m.measure === 'homeQuarantine')) && f.emergency === null && !f.vehicle?.special
      if (held && !(f.certificate?.kind === 'medical' && f.certificate.escorted)) expect(d.outcome).not.toBe('allow')
    })
  })

  test('nobody passes unmeasured or with a fever, but for an emergency or a special vehicle', () => {
    every((f, d) => { if (d.outcome === 'allow' && d.step === 'done') expect(f.temperature !== null && f.temperature >= 35 && f.temperature < 37.3).toBe(true) })
  })

  test('the same facts give the same answer, and the facts travel as JSON', () => {
    every((f) => { expect(decidePassage(passageFacts.parse(JSON.parse(JSON.stringify(f))), policy, NOW)).toEqual(decidePassage(f, policy, NOW)) })
  })

  test('every answer has its sentence in both languages, with nothing left open in it', () => {
    addWords({ zh: { passage: zh, quarantine: quarantineZh }, en: { passage: en, quarantine: quarantineEn } })
    every((_, d) => {
      for (const language of ['zh', 'en'] as const) {
        const f = formatsOf(sayIn(language), NOW)
        for (const said of [reasonWords(language, f, d.reason), ...d.warnings.map((w) => warningWords(language, f, w))]) {
          expect(said).toMatch(/[。.!]$/)
          expect(said).not.toMatch(/[{}]|passage\.|undefined|\d{4}-\d\d-\d\d/)
          if (language === 'en') expect(said.replaceAll('云H12345', '').replaceAll('东门', '').replaceAll('通告第7号', '')).not.toMatch(/[\u4e00-\u9fff]/)
        }
      }
    })
  })
})

test('which of a household it is makes the difference between its facts', () => {
  const household = {
    householdId: 'h', address: '3幢501', doorKey: '3--501', grade: 'control' as const, exits: [], outSince: null,
    members: [{ personId: 'a', nameMasked: '李**', initials: 'lgl', kind: 'elder' as const, managed: { measure: 'homeMonitoring' as const, startsOn: '2020-02-20', endsOn: '2020-03-05' }, leadOpen: true }],
  }
  const of = (personId?: string) => factsOf({ direction: 'out', subject: 'household', ...(personId ? { personId } : {}) }, { ...gate, grade: 'open' }, household)
  expect([of().household?.managed[0]?.self, of('a').household?.managed[0]?.self, of('b').household?.managed[0]?.self]).toEqual([null, true, false])
  expect([of('a').household?.leadOpen, of('b').household?.leadOpen, of().grade, of().temperature]).toEqual([{ self: true }, null, 'control', null])
})

test('a passage nobody said of whose it was is the household’s, not its householder’s', () => {
  const say = sayIn('zh')
  const [who, personId] = ['熊斌', '0198c3d1-0000-7000-8000-000000000001']
  const [householdId, nobody] = [personId, { personId: null, householdId: null }]
  for (const subject of ['household', 'visitor'] as const) expect(whoPassed(say, { who, subject, personId: null, householdId }), 'also as a visitor').toBe('熊斌户')
  expect(whoPassed(say, { who, subject: 'household', personId, householdId })).toBe('熊斌')
  for (const subject of ['unknown', 'visitor'] as const) expect(whoPassed(say, { who, subject, ...nobody }), 'a name that was told').toBe('熊斌')
  expect(whoPassed(say, { who: '', subject: 'unknown', ...nobody })).toBe('未说姓名')
})

test('two of a household who look the same when masked are told apart by the first letters of their names', () => {
  expect(memberNames([{ nameMasked: '雷**', initials: 'lxm' }, { nameMasked: '段**', initials: 'dml' }, { nameMasked: '雷**', initials: 'lgh' }, { nameMasked: '雷*', initials: 'll' }])).toEqual(['雷** LXM', '段**', '雷** LGH', '雷*'])
})

test('whose pass it is counts where they live: at the gate of others it opens nothing, at a road’s it is one like all', () => {
  const household = { grade: 'control' as const, exits: [], outSince: null, members: [] }
  const of = (more: Partial<PassageFacts['gate']>, lives: Parameters<typeof factsOf>[2], draft: Partial<Parameters<typeof factsOf>[0]> = {}) => {
    const { elsewhere, grade, visitor } = factsOf({ direction: 'in', subject: 'household', passNo: '户000123', passState: 'valid', ...draft }, { ...gate, ...more, grade: 'open' }, lives)
    return [elsewhere, grade, visitor?.confirmed]
  }
  const visit = { subject: 'visitor', visitorConfirmed: true } as const
  expect([of({}, household), of({}, { ...household, outside: true }), of({}, null), of({ kind: 'road' }, null)]).toEqual([[false, 'control', undefined], [true, 'open', undefined], [true, 'open', undefined], [false, 'open', undefined]])
  expect([of({}, household, visit), of({}, { ...household, outside: true }, visit), of({}, null, visit), of({ kind: 'station' }, null, visit)].map((one) => one[2])).toEqual([true, false, false, true])
  expect(of({}, null, { subject: 'vehicle' })[0], 'a car is known by its own pass').toBe(false)
  expect(of({}, null, { passNo: undefined } as never)[0], 'nothing was shown').toBe(false)
  expect([livesBehind({ kind: 'compound', areaPath: '/1/10/' }, '/1/10/7/'), livesBehind({ kind: 'compound', areaPath: '/1/10/' }, '/1/11/'), livesBehind({ kind: 'compound', areaPath: '/1/10/' }, undefined), livesBehind({ kind: 'dock', areaPath: '/1/10/' }, '/1/11/')]).toEqual([true, false, false, true])
})

test('beside the reason why somebody is stopped stands nothing that is none, and whoever is known from elsewhere is not said to be in no register', () => {
  const says = (over: Partial<PassageFacts>) => warningsSaid(decided(over)).map(({ code }) => code)
  expect([says({ identity: 'notCompared', pass: null, temperature: 38.1 }), says({ identity: 'notCompared', pass: null })]).toEqual([[], ['noPassShown']])
  expect([says({ ...stranger }), says({ pass: null, household: { ...home, outside: true } })].map((all) => all.includes('unknown'))).toEqual([true, false])
})

test('who is let through where the order asks for a pass was compared with it, or it is said why not; not in an emergency, nor where nothing was shown', () => {
  const owed = (over: Partial<PassageFacts>, by = policy) => identityOwed(decided({ identity: 'notCompared', ...over }, by))
  expect([owed({}), owed({ direction: 'in' }), owed({ household: null, visitor: { confirmed: true }, direction: 'in' })]).toEqual([true, true, true])
  expect((['same', 'known', 'noDocument', 'differs'] as const).filter((identity) => owed({ identity }))).toEqual([])
  expect([owed({ emergency: 'illness' }), owed({ temperature: 38.1 }), owed({ ...stranger, direction: 'in' }), owed({ vehicle: { plate: '云H12345', special: null, pass: 'valid' } }), owed({}, { ...policy, passage: null })]).toEqual([false, false, false, false, false])
})
