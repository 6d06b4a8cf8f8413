/** 统一社会信用代码 (GB 32100-2015): 18 characters without I, O, S, V and Z; the last one is a check character of the others, modulo 31. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export const normalCode = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** The character the first seventeen ask for; undefined where one of them cannot stand in a code. */
export function checkCharacterOf(first: string): string | undefined {
  const values = [...first].map((character) => CHARACTERS.indexOf(character))
  if (values.length !== 17 || values.includes(-1)) return undefined
  let [sum, weight] = [0, 1]
  for (const value of values) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return CHARACTERS[(31 - (sum % 31)) % 31]
}

export const isCreditCode = (code: string): boolean => code.length === 18 && checkCharacterOf(code.slice(0, 17)) === code[17]

/** 机构类别: the second character says which kind registered with the market authority (登记管理部门 9) it is. */
export const kindOfCode = (code: string): 'enterprise' | 'soleTrader' | undefined => (code[0] !== '9' ? undefined : code[1] === '2' ? 'soleTrader' : code[1] === '1' ? 'enterprise' : undefined)
