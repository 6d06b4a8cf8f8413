import { describe, expect, test } from 'vitest'
import { publicityWays } from './contract.ts'
import { asksNumber, chineseVoice, isShown, lacksNumber, mayDo, paragraphsOf, percentOf, spokenPieces, standingOf } from './rules.ts'

const today = '2020-02-26'

describe('a published announcement expires by itself', () => {
  test.for([
    [{ fromOn: '2020-02-26', toOn: '2020-02-26' }, 'inForce'], [{ fromOn: '2020-02-20', toOn: '2020-02-25' }, 'expired'], [{ fromOn: '2020-02-27', toOn: null }, 'coming'], [{ fromOn: '2020-01-01', toOn: null }, 'inForce'],
  ] as const)('%o is %s', ([days, standing]) => expect(standingOf({ state: 'published', ...days }, today)).toBe(standing))
  test('a draft and what was withdrawn are that, whatever the days say', () => {
    expect([standingOf({ state: 'draft', fromOn: '2020-02-01', toOn: '2020-02-02' }, today), standingOf({ state: 'withdrawn', fromOn: '2020-02-01', toOn: null }, today)]).toEqual(['draft', 'withdrawn'])
  })
})

test('what was said is not changed behind anybody’s back: only a draft is edited, only what stands is withdrawn', () => {
  expect([mayDo('draft', 'edit'), mayDo('inForce', 'edit'), mayDo('expired', 'edit')]).toEqual([true, false, false])
  expect([mayDo('draft', 'withdraw'), mayDo('inForce', 'withdraw'), mayDo('withdrawn', 'withdraw'), mayDo('withdrawn', 'restore')]).toEqual([false, true, false, true])
  expect([mayDo('inForce', 'tell'), mayDo('expired', 'tell'), mayDo('withdrawn', 'tell')]).toEqual([true, false, false])
})

test('residents see what holds, and for two weeks what holds no more; never what is to come', () => {
  const shown = (standing: Parameters<typeof isShown>[0]['standing'], toOn: string | null, withdrawnAt: string | null = null) => isShown({ standing, toOn, withdrawnAt }, today)
  expect([shown('inForce', null), shown('coming', null), shown('draft', null)]).toEqual([true, false, false])
  expect([shown('expired', '2020-02-12'), shown('expired', '2020-02-11')]).toEqual([true, false])
  expect([shown('withdrawn', null, '2020-02-12T01:00:00.000Z'), shown('withdrawn', null, '2020-02-11T01:00:00.000Z')]).toEqual([true, false])
})

test('where people were counted the number is asked for; a loudspeaker counts nobody', () => {
  expect(publicityWays.filter((way) => lacksNumber(way, undefined))).toEqual(['leaflet', 'group', 'consultation'])
  expect(publicityWays.filter((way) => lacksNumber(way, 0))).toEqual(['leaflet', 'group', 'consultation'])
  expect([publicityWays.filter(asksNumber), lacksNumber('leaflet', 3)]).toEqual([['poster', 'leaflet', 'group', 'consultation'], false])
})

test('all but one home is not a hundred percent, and no home at all is none', () => {
  expect([percentOf({ covered: 9622, households: 9623 }), percentOf({ covered: 9623, households: 9623 }), percentOf({ covered: 0, households: 0 })]).toEqual([99, 100, 0])
})

describe('reading aloud', () => {
  test('goes by sentences, as many as a breath holds, and loses none', () => {
    const long = '一'.repeat(70)
    expect(spokenPieces(['通告', `${long}。${long}!短句。`, ''])).toEqual([`通告${long}。`, `${long}!短句。`])
    expect(spokenPieces([])).toEqual([])
  })
  test('takes the Chinese voice of the phone before one over the network, and none of Hong Kong or Japan', () => {
    const voices = [{ lang: 'ja-JP', localService: true }, { lang: 'zh-HK', localService: true }, { lang: 'zh-CN', localService: false }, { lang: 'zh_CN', localService: true }, { lang: 'en-US', localService: true }]
    expect([chineseVoice(voices)?.lang, chineseVoice([{ lang: 'cmn-Hans-CN', localService: true }])?.lang, chineseVoice(voices.slice(0, 2))]).toEqual(['zh_CN', 'cmn-Hans-CN', undefined])
  })
  test('paragraphs are lines that say something', () => expect(paragraphsOf(' 一、测温 \r\n\n  二、登记\n')).toEqual(['一、测温', '二、登记']))
})
