import type { DestinationNode } from '../contract.ts'

export interface CountedDestination { code: string; waiting: number; seated: number; gone: number }

/** 省 → 市 → 县 with sums; a code that names only a province stands there. */
export function destinationTree(counts: readonly CountedDestination[], nameOf: (code: string) => string): DestinationNode[] {
  const below = (length: number, within: readonly CountedDestination[]): DestinationNode[] => {
    const codes = [...new Set(within.map(({ code }) => code.slice(0, length)))].filter((code) => !/^0*$/.test(code.slice(length - 2)))
    return codes.map((code) => {
      const own = within.filter((one) => one.code.startsWith(code))
      const sum = (key: 'waiting' | 'seated' | 'gone') => own.reduce((n, one) => n + one[key], 0)
      return { code, name: nameOf(code), waiting: sum('waiting'), seated: sum('seated'), gone: sum('gone'), children: length < 6 ? below(length + 2, own) : [] }
    }).toSorted((a, b) => b.waiting + b.seated + b.gone - (a.waiting + a.seated + a.gone) || (a.code < b.code ? -1 : 1))
  }
  return below(2, counts)
}
