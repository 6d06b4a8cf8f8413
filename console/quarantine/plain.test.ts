import { expect, test } from 'vitest'
import { curveOf, pathOf } from './curve-points.ts'
import { missingIn } from './order-acts.ts'
import { roomNames } from './room-names.ts'

const at = (hour: string) => `2020-02-26T${hour}:00.000Z`
const reading = (takenAt: string, temperature: number | null, deviceError = false) => ({
  id: takenAt, takenAt, temperature, site: null, deviceError, symptoms: [], abnormal: false, channel: 'worker', takerName: null, window: null, dueOn: null, note: null,
})
const missed = (opensAt: string, closesAt: string) => ({ dueOn: '2020-02-26', window: 'morning', opensAt, closesAt, state: 'missed' as const, remindedAt: null, escalatedAt: null, explanation: null, explainerName: null })

test('the curve breaks where a window was missed, and a device error is no point of it', () => {
  const { points, gaps } = curveOf({ readings: [reading(at('00:00'), 36.5), reading(at('01:00'), 36.6), reading(at('02:00'), 31, true), reading(at('08:00'), 36.4)], due: [missed(at('03:00'), at('05:00'))], feverFrom: 37.3 })
  expect(pathOf(points, gaps, () => 0, (value) => value)).toBe('M0.0 36.5L0.0 36.6M0.0 36.4')
})

test('rooms are named one by one or as a range', () => {
  expect(roomNames('301-303, 大床房')).toEqual(['301', '302', '303', '大床房'])
  expect(roomNames('9-1')).toEqual(['9-1'])
})

test('an early release asks for the number of an order and a reason', () => {
  expect(missingIn('releaseEarly', { orderNo: '', reason: ' ', lastExposureOn: '' })).toEqual(['orderNo', 'reason'])
})
