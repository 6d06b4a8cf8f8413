import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addressKey, checkDigitOf, checkDocument, doorText, isPhone, maskDocument, maskName, maskPhone, nationName, nations, normalName, normalPhone, proposeChoice, sexOf,
} from './rules.ts'
import { pinyinOf } from './service/pinyin.ts'

const TODAY = '2020-02-26'
const withCheck = (first17: string) => first17 + checkDigitOf(first17)

/** Seventeen digits of somebody born on a real day. */
const seventeen = fc.tuple(
  fc.integer({ min: 100000, max: 999999 }), fc.date({ min: new Date('1900-01-01'), max: new Date('2020-02-25'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }),
).map(([area, born, order]) => `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`)

describe('the resident identity number', () => {
  test.each(['11010519491231002X', '440524188001010014', ' 11010519491231002x '])('%s is one (GB 11643-1999)', (text) => {
    expect(checkDocument('residentId', text, TODAY).fault).toBeUndefined()
  })

  test('says when its owner was born and of what sex', () => {
    expect(checkDocument('residentId', '11010519491231002X', TODAY)).toMatchObject({ birthOn: '1949-12-31', sex: '2' })
  })

  test('with the right last character is always taken, with any other never, and the right one is named', () => {
    fc.assert(fc.property(seventeen, fc.integer({ min: 0, max: 10 }), (first, pick) => {
      const right = checkDigitOf(first)
      expect(checkDocument('residentId', first + right, TODAY).fault).toBeUndefined()
      const wrong = [...'0123456789X'].filter((c) => c !== right)[pick % 10] ?? ''
      expect(checkDocument('residentId', first + wrong, TODAY)).toMatchObject({ fault: 'checkDigit', expected: right })
    }))
  })

  test('with one digit mistyped, or two neighbours swapped, is noticed', () => {
    fc.assert(fc.property(seventeen, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
      const digits = [...withCheck(first)]
      const mistyped = digits.with(at, String((Number(digits[at]) + by) % 10)).join('')
      expect(checkDocument('residentId', mistyped, TODAY).fault).toBeDefined()
      const swapped = digits.with(at, digits[at + 1] ?? '').with(at + 1, digits[at] ?? '').join('')
      if (swapped !== digits.join('')) expect(checkDocument('residentId', swapped, TODAY).fault).toBeDefined()
    }))
  })

  test('of an area nobody knows is taken with a warning: areas are abolished, numbers stay', () => {
    expect(checkDocument('residentId', withCheck('99901119850703112'), TODAY)).toMatchObject({ warning: 'areaUnknown' })
  })

  test.each([
    ['1101051949123100', 'length'], ['', 'missing'], ['1101051949123100AX', 'letters'], [withCheck('11010519490230002'), 'birthDate'], [withCheck('11010520200227002'), 'birthInFuture'],
  ] as const)('%s is refused: %s', (text, fault) => {
    expect(checkDocument('residentId', text, TODAY).fault).toBe(fault)
  })

  test('of fifteen digits is read, though no longer issued', () => {
    expect(checkDocument('residentId', '110105491231002', TODAY)).toMatchObject({ birthOn: '1949-12-31', sex: '2', warning: 'oldForm' })
    expect(checkDocument('residentId', '110105491331002', TODAY).fault).toBe('birthDate')
  })
})

describe('other documents', () => {
  test.each([
    ['hkMacauPermit', withCheck('81000019900101001')], ['hkMacauPermit', withCheck('82000019900101002')], ['taiwanPermit', withCheck('83000019900101003')],
    ['foreignPermit', withCheck('91100019900101004')], ['foreignPermit', 'USA110088010101'], ['passport', 'E12345678'], ['other', '军字第2012345'.replace(/\D/g, '')], ['none', ''],
  ] as const)('%s %s is taken', (kind, text) => {
    expect(checkDocument(kind, text, TODAY).fault).toBeUndefined()
  })

  test.each([
    ['hkMacauPermit', withCheck('83000019900101003'), 'areaCode'], ['taiwanPermit', withCheck('81000019900101001'), 'areaCode'], ['foreignPermit', withCheck('11010519900101004'), 'firstDigit'],
    ['foreignPermit', 'US1110088010101', 'letters'], ['passport', 'E12', 'length'], ['passport', 'E1234*678', 'letters'], ['none', 'E12345678', 'notExpected'], ['passport', '', 'missing'],
  ] as const)('%s %s is refused: %s', (kind, text, fault) => {
    expect(checkDocument(kind, text, TODAY).fault).toBe(fault)
  })

  test('the sex is odd or even at the seventeenth place', () => {
    expect(sexOf('taiwanPermit', withCheck('83000019900101003'))).toBe('1')
    expect(sexOf('passport', 'E12345678')).toBeUndefined()
  })
})

describe('phones', () => {
  test.each(['19900001234', '+86 166 0000 1234', '0876-2123456', '021 88886666', '2123456'])('%s can be called', (text) => expect(isPhone(text)).toBe(true))
  test.each(['1990000123', '12900001234', '', '电话', '199000012345'])('%s cannot', (text) => expect(isPhone(text)).toBe(false))
  test('are kept without country code, spaces and dashes', () => expect(normalPhone('+86 199-0000 1234')).toBe('19900001234'))
})

describe('masks', () => {
  test('leave the first three and the last four of a number', () => {
    expect(maskDocument('999011198507031123')).toBe('999***********1123')
    expect(maskPhone('19900001234')).toBe('199****1234')
  })
  test('never show a short number whole', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z0-9]{2,20}$/), (number) => { expect(maskDocument(number)).not.toBe(number) }))
  })
  test('leave the first character of a name, rare ones included', () => {
    expect(maskName('李桂兰')).toBe('李**')
    expect(maskName('𠮷田')).toBe('𠮷*')
  })
})

describe('doors', () => {
  test.each([
    [{ building: '3幢', unit: '2单元', room: '501室' }], [{ building: '3号楼', unit: '二单元', room: '501' }], [{ building: '三栋', unit: '2', room: '501号' }], [{ building: ' 3 ', unit: '2', room: '501' }],
  ])('%o is the same door', (door) => expect(addressKey(door)).toBe('3-2-501'))

  test('names that are no numbers stay, tens are read', () => {
    expect(addressKey({ building: 'b1', unit: '', room: '甲' })).toBe('B1--甲')
    expect(addressKey({ building: '十二幢', unit: '', room: '1501-2' })).toBe('12--1501-2')
    expect(addressKey({ building: '二十三栋', unit: '', room: '一〇五' })).toBe('23--105')
  })

  test('are shown as people write them', () => {
    expect(doorText({ building: '3', unit: '2', room: '501' })).toBe('3幢2单元501')
    expect(doorText({ building: '', unit: '', room: '17号' })).toBe('17号')
  })
})

describe('names and codes', () => {
  test('a name is kept without stray spaces, with one kind of middle dot', () => {
    expect(normalName(' 李 桂兰 ')).toBe('李桂兰')
    expect(normalName('阿依古丽•买买提')).toBe('阿依古丽·买买提')
    expect(normalName('John  Smith')).toBe('John Smith')
  })
  test('a surname is read as one', () => {
    expect(pinyinOf('单国强')).toEqual({ namePinyin: 'shanguoqiang', nameInitials: 'sgq' })
    expect(pinyinOf('曾丽')).toMatchObject({ namePinyin: 'zengli' })
    expect(pinyinOf('吕梅')).toMatchObject({ nameInitials: 'lm' })
  })
  test('all nations of GB/T 3304 are there', () => {
    expect(nations).toHaveLength(58)
    expect([nationName('01'), nationName('06'), nationName('08'), nationName('56'), nationName('97')]).toEqual(['汉族', '苗族', '壮族', '基诺族', '其他'])
  })
})

describe('what a merge proposes', () => {
  const older = { document_kind: 'residentId', document_index: 'a', birth_on: '1950-01-02', sex: '1', updated_at: '2020-02-01' }
  const newer = { document_kind: 'none', document_index: null, birth_on: '1950-02-01', sex: '2', updated_at: '2020-02-20' }

  test('birth and sex go with the identity number that is kept, though the other record is newer', () => {
    expect(['document', 'birthOn', 'sex'].map((field) => proposeChoice(field as 'sex', older, newer))).toEqual(['kept', 'kept', 'kept'])
    expect(['document', 'birthOn', 'sex'].map((field) => proposeChoice(field as 'sex', newer, older))).toEqual(['other', 'other', 'other'])
  })

  test('but not where the number does not fit its own record: then the newer one is proposed', () => {
    expect(proposeChoice('birthOn', { ...older, document_doubt: 'birthOn' }, newer)).toBe('other')
  })
})
