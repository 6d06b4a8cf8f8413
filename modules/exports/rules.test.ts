import { expect, test } from 'vitest'
import { actionsFor, approvalNeeded, codeOf, isWatermark, sameInput, stateAt, watermarkedName, watermarkLine } from './rules.ts'

const mark = { exportId: '01890000-0000-7000-8000-0000abcdef12', name: '刘玉梅', login: 'worker', at: '2020-02-26T07:41:00.000Z', clear: false }

test('more rows than the line need an approval, exactly as many do not, and clear numbers always do', () => {
  expect(approvalNeeded({ rows: 200, clear: false }, 200)).toBeNull()
  expect(approvalNeeded({ rows: 201, clear: false }, 200)).toBe('rows')
  expect(approvalNeeded({ rows: 1, clear: true }, 200)).toBe('clear')
})

test('an approval ends at its time', () => {
  const row = { state: 'approved' as const, releaseUntil: '2020-02-27T00:00:00.000Z' }
  expect(stateAt(row, '2020-02-26T23:59:59.999Z')).toBe('approved')
  expect(stateAt(row, '2020-02-27T00:00:00.000Z')).toBe('lapsed')
  expect(stateAt({ ...row, state: 'refused' }, '2020-03-01T00:00:00.000Z')).toBe('refused')
})

test('nobody decides about the own export; only who decided takes it back', () => {
  expect(actionsFor({ state: 'waiting', mine: true, decides: true, decidedHere: false })).toEqual(['withdraw'])
  expect(actionsFor({ state: 'waiting', mine: false, decides: true, decidedHere: false })).toEqual(['approve', 'refuse'])
  expect(actionsFor({ state: 'approved', mine: false, decides: true, decidedHere: true })).toEqual(['takeBack'])
  expect(actionsFor({ state: 'approved', mine: false, decides: true, decidedHere: false })).toEqual([])
  expect(actionsFor({ state: 'downloaded', mine: true, decides: true, decidedHere: true })).toEqual([])
  expect(actionsFor({ state: 'waiting', mine: false, decides: false, decidedHere: false })).toEqual([])
})

test('the watermark names who, when and the number, and is known again as ours', () => {
  expect(watermarkLine(mark)).toBe('内部资料 严禁外传 · 导出人 刘玉梅(worker)· 2020-02-26 15:41 · 编号 ABCDEF12 · 号码已遮盖')
  expect(isWatermark([watermarkLine(mark)])).toBe(true)
  expect(isWatermark(['锦绣小区', '3'])).toBe(false)
  expect(codeOf(mark.exportId)).toBe('ABCDEF12')
  expect(watermarkedName('花名册-里布嘎/社区', mark, 'csv')).toBe('花名册-里布嘎社区-2020-02-26-刘玉梅-ABCDEF12.csv')
})

test('other words for the reason do not make it another export, another filter does', () => {
  expect(sameInput({ areaId: '1', reason: '甲', clear: true })).toBe(sameInput({ clear: true, areaId: '1', reason: '乙', text: undefined }))
  expect(sameInput({ areaId: '1' })).not.toBe(sameInput({ areaId: '2' }))
})
