import { addressKey, doorText } from '../../people/rules.ts'
import type { AsTold, Contradiction } from '../contract.ts'

/** What a report says by itself, kept before another is added to it. */
export const toldOf = ({ name, origin, originName, arrivedOn, dayTold, contact, symptoms, symptomsAsked, temperature, building, unit, room }: AsTold): AsTold =>
  ({ name, origin, originName, arrivedOn, dayTold, contact, symptoms, symptomsAsked, temperature, building, unit, room })

type Differing = Pick<Contradiction, 'field' | 'first' | 'second'>
/** What one report says of a field, or nothing where it does not speak of it. */
const saying: Record<Contradiction['field'], (told: AsTold) => { key: string; words: string } | undefined> = {
  name: ({ name }) => (name === '' ? undefined : { key: name.replace(/[\s·•.]/g, ''), words: name }),
  origin: ({ origin, originName }) => (origin === 'unknown' ? undefined : { key: origin, words: originName }),
  arrivedOn: ({ arrivedOn, dayTold }) => (dayTold ? { key: arrivedOn, words: arrivedOn } : undefined),
  // Only that one speaks of symptoms and the other denies them is a contradiction; that one names more is not.
  symptoms: ({ symptoms, symptomsAsked }) => (symptoms.length > 0 ? { key: 'some', words: symptoms.join() } : symptomsAsked ? { key: 'none', words: 'none' } : undefined),
  contact: ({ contact }) => ({ key: contact === 'none' ? 'none' : 'some', words: contact }),
  temperature: ({ temperature }) => (temperature === null ? undefined : { key: String(Math.round(temperature)), words: temperature.toFixed(1) }),
  address: ({ building, unit, room }) => (building + unit + room === '' ? undefined : { key: addressKey({ building, unit, room }), words: doorText({ building, unit, room }) }),
}

/** 说法不一: where two reports of one arrival cannot both be right; the verifier asks again. */
export function contradictionsOf(first: AsTold, second: AsTold): Differing[] {
  return (Object.keys(saying) as Contradiction['field'][]).flatMap((field): Differing[] => {
    const [a, b] = [saying[field](first), saying[field](second)]
    return a && b && a.key !== b.key ? [{ field, first: a.words, second: b.words }] : []
  })
}
